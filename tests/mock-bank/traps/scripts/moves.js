// The offer, or the field it belongs to, is moved between the look and the click.
import { add, arm, buttonOf, field } from './arm.js';

const hidden = () => add('div', 'opacity:0;position:fixed;left:0;top:0');
/** The mouse is on its way to the place of the click. */
const near = (act) => addEventListener('mousemove', act, { once: true, capture: true });
const place = document.querySelector('[data-trick]');
const shift = (x, y) => (place.style.transform = `translate(${x}px,${y}px)`);

function follow(host) {
  addEventListener('mousemove', ({ clientX, clientY }) => {
    const { x, y } = buttonOf(host);
    const [, dx = '0', dy = '0'] = /\((-?[\d.]+)px, ?(-?[\d.]+)px/.exec(place.style.transform) ?? [];
    shift(Number(dx) + clientX - x, Number(dy) + clientY - y);
  }, true);
}

function replaceField() {
  const old = field();
  const fresh = old.cloneNode();
  fresh.style.cssText = 'opacity:0;position:absolute';
  old.replaceWith(fresh);
}

arm({
  'follow-mouse': (host, { x, y }) => {
    follow(host);
    return { x: x + 120, y: y + 60 };
  },
  jump: (_host, { x, y }) => {
    near(() => shift(150, 90));
    return { x: x + 150, y: y + 90 };
  },
  jitter: () => {
    let step = 0;
    const shake = () => {
      shift(0, step++ % 2);
      requestAnimationFrame(shake);
    };
    shake();
  },
  reparent: (host) => hidden().append(host),
  'reparent-back': (host) => {
    hidden().append(host);
    near(() => {
      document.documentElement.append(host);
      host.showPopover();
    });
  },
  'move-before': (host) => (hidden().moveBefore ? hidden().moveBefore(host, null) : hidden().append(host)),
  removed: (host) => {
    host.remove();
    document.documentElement.append(host);
    host.showPopover();
  },
  'hidden-shown': (host) => {
    host.hidePopover();
    near(() => host.showPopover());
  },
  'root-replaced': (host) => {
    const root = document.createElement('html');
    const old = document.documentElement;
    root.append(...old.childNodes);
    old.replaceWith(root);
    if (host.isConnected) host.showPopover();
  },
  scrolled: (_host, { x, y }) => {
    add('div', 'height:3000px');
    near(() => scrollTo({ top: 40, behavior: 'instant' }));
    return { x, y: y - 40 };
  },
  vanishing: () => void (field().style.opacity = '0.001'),
  swapped: () => addEventListener('pointerdown', replaceField, true),
  redirected: () => addEventListener('pointerdown', () => (field().form.action = 'http://ib-shinkin.localhost/'), true),
});
