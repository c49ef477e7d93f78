// Pictures over the offer that let the click through, in every way a page can paint.
import { add, arm, around, cover, rule } from './arm.js';

const AWAY = 'position:fixed;inset:auto;margin:0;padding:0;border:0;pointer-events:none;';

/** An element in the top layer far from the offer; what it paints reaches over. */
function far(host, style) {
  const { left, top, width, height } = around(host);
  return cover({ left, top: top + height + 60, width, height }, style(height + 60));
}

function tag(name, host, style = 'background:#fff') {
  const shell = cover(around(host), 'background:none');
  shell.textContent = '';
  const inner = add(name, `position:absolute;inset:0;width:100%;height:100%;border:0;pointer-events:none;${style}`, shell);
  return inner;
}

/** Of the right lower corner, where the button is. */
const hole = (width, height) =>
  `polygon(evenodd,0 0,100% 0,100% 100%,0 100%,0 0,${width - 140}px ${height - 70}px,${width - 15}px ${height - 70}px,${width - 15}px ${height - 15}px,${width - 140}px ${height - 15}px,${width - 140}px ${height - 70}px)`;

function rooted(host) {
  const shell = cover(around(host), 'background:none');
  shell.textContent = '';
  shell.attachShadow({ mode: 'closed' }).append(Object.assign(document.createElement('p'), { textContent: '同意する', style: 'margin:0;height:100%;background:#fff' }));
}

function painted(host) {
  const canvas = tag('canvas', host, '');
  const brush = canvas.getContext('2d');
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, canvas.width, canvas.height);
}

function drawn(host) {
  const shell = cover(around(host), 'background:none');
  shell.innerHTML = '<svg width="100%" height="100%" style="pointer-events:none"><rect width="100%" height="100%" fill="#fff" pointer-events="none"/></svg>';
}

function switched() {
  rule('::view-transition-group(*),::view-transition-old(*),::view-transition-new(*){animation-duration:9s!important}::view-transition{pointer-events:none}');
  document.startViewTransition(() => undefined);
}

arm({
  'cover-full': (host) => void cover(around(host)),
  'cover-part': (host) => void cover({ ...around(host), height: 40 }),
  'cover-edge': (host) => void cover({ ...around(host, 0), height: 3 }),
  'cover-clear': (host) => void cover(around(host), 'background:#fff;opacity:.02'),
  'cover-fading': (host) => void cover(around(host)).animate({ opacity: [0.01, 1] }, { duration: 500, fill: 'both' }),
  'cover-backdrop': () => {
    rule('[data-own]::backdrop{background:#fff;pointer-events:none}');
    cover({ left: 0, top: 0, width: 0, height: 0 }, 'overflow:hidden');
  },
  'cover-modal': () => {
    rule('dialog::backdrop{background:#fff;pointer-events:none}');
    const dialog = add('dialog', `${AWAY}width:0;height:0`);
    dialog.showModal();
  },
  'cover-blur': (host) => void cover(around(host), 'backdrop-filter:blur(30px);color:transparent'),
  'cover-blend': (host) => void cover(around(host), 'background:#fff;mix-blend-mode:lighten'),
  'cover-root': rooted,
  'cover-frame': (host) => void (tag('iframe', host).srcdoc = '<body style="background:#fff">同意する'),
  'cover-svg': drawn,
  'cover-canvas': painted,
  'cover-shadow': (host) => void far(host, (by) => `background:#fff;box-shadow:0 -${by}px 0 #fff`),
  'cover-outline': (host) => void far(host, (by) => `background:#fff;outline:${by + 200}px solid #fff`),
  'cover-drop': (host) => void far(host, (by) => `background:#fff;filter:drop-shadow(0 -${by}px 0 #fff)`),
  'cover-border': (host) => void far(host, (by) => `border:1px solid;border-image:linear-gradient(#fff,#fff) 1 fill / 1px / ${by + 200}px`),
  'cover-underline': (host) => void far(host, (by) => `color:#fff;text-decoration:overline #fff ${by + 200}px;white-space:pre;font-size:60px`),
  'cover-text-shadow': (host) => void far(host, (by) => `color:#fff;font:900 400px/1 sans-serif;letter-spacing:-300px;text-shadow:0 -${by}px 0 #fff,0 -${by + 20}px 0 #fff`),
  'cover-reflect': (host) => void far(host, () => 'background:#fff;-webkit-box-reflect:above 40px'),
  'cover-turned': (host) => void cover(around(host, 60), 'background:#fff;transform:perspective(900px) rotateY(20deg)'),
  'cover-hole': (host) => {
    const box = around(host);
    cover(box, `background:#fff;clip-path:${hole(box.width, box.height)}`);
  },
  'cover-clone': (host) => void cover(around(host, 0), 'background:#fff;border-top:4px solid #14532d'),
  'view-transition': switched,
  'full-screen': () => {
    const lure = add('div', 'background:#fff;pointer-events:none');
    // The click on the field is the permission.
    lure.requestFullscreen().catch(() => undefined);
  },
});
