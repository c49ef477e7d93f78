// What the customer sees when the click is decided on is not what it hits.
import { arm, around, cover } from './arm.js';

const HALF = 550;
const tell = ({ x, y }) => window.tellCustomer?.(`click ${x} ${y}`);

function hold(milliseconds) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** After the next frame was drawn. */
const drawn = (act) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => act())));

arm({
  'at-rest': () => undefined,
  'at-once': () => undefined,
  uncovered: (host) => {
    const veil = cover(around(host));
    addEventListener('mousemove', () => veil.remove(), true);
  },
  'uncovered-press': (host) => {
    const veil = cover(around(host));
    addEventListener('pointerdown', () => veil.remove(), true);
  },
  'pressed-long': (host) => {
    const veil = cover(around(host));
    addEventListener('pointerdown', () => veil.remove(), true);
  },
  'covered-after': (host) => addEventListener('click', () => void cover(around(host)), true),
  blinking: (host) => {
    let veil = null;
    setInterval(() => {
      if (veil) veil.remove();
      veil = veil ? null : cover(around(host));
    }, 130);
  },
  stalled: (host, spot) => void setTimeout(() => {
    const veil = cover(around(host));
    drawn(() => {
      tell(spot);
      hold(700);
      veil.remove();
    });
  }, HALF + 200),
  'stalled-first': (_host, spot) => {
    tell(spot);
    hold(1200);
  },
});
