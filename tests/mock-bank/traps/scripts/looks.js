// The offer's looks: everything that reaches the host, what it stands in, and what its inside takes from the document.
import { arm, buttonOf, rule } from './arm.js';

const layer = document.querySelector('[data-layer]');
if (layer?.dataset.layer === 'dialog') layer.showModal();
if (layer?.dataset.layer === 'popover') layer.showPopover();

const onHost = (property, value) => (host) => host.style.setProperty(property, value, 'important');
const on = (selector, css) => () => rule(`${selector}{${css}}`);
/** Under a zoom the button is elsewhere. */
const moved = (change) => (host) => {
  change();
  return buttonOf(host);
};
const NAMES = ['ink', 'soft', 'paper', 'line', 'key', 'on'];
const FONTS = ['system-ui', 'Hiragino Sans', 'Noto Sans CJK JP', 'Yu Gothic UI', 'Meiryo', 'sans-serif'];
const LOCAL = ['Noto Sans CJK JP', 'Noto Serif CJK JP', 'DejaVu Sans', 'Arial'].map((one) => `local("${one}")`).join();
const picture = (kind) => on(`div[popover]:not([data-own])::${kind}`,
  'content:"同意する"!important;position:absolute!important;inset:0!important;background:#fff!important;color:#000!important;z-index:9!important;pointer-events:none!important;display:block!important');

arm({
  'host-opacity': onHost('opacity', '0'),
  'host-filter': onHost('filter', 'opacity(0)'),
  'host-mask': onHost('mask', 'linear-gradient(transparent,transparent)'),
  'host-clip': onHost('clip-path', 'inset(50%)'),
  'host-transform': onHost('transform', 'scale(.01)'),
  'host-class': (host) => {
    rule('.gone{opacity:0!important;filter:opacity(0)!important}');
    host.className = 'gone';
  },
  'root-opacity': on('html', 'opacity:.01'),
  'root-filter': on('html', 'filter:opacity(0)'),
  'root-mask': on('html', 'mask:linear-gradient(transparent,transparent)'),
  'root-clip': on('html', 'clip-path:inset(50%)'),
  'root-transform': on('html', 'transform:scale(.01)'),
  'root-zoom': moved(on('html', 'zoom:.1')),
  'root-visibility': on('html', 'visibility:hidden'),
  'root-content': on('html', 'content-visibility:hidden'),
  'root-animated': () => void document.documentElement.animate({ opacity: [0.05, 0.01] }, { duration: 9000, fill: 'both' }),
  'body-opacity': on('body', 'opacity:.01'),
  'body-filter': on('body', 'filter:opacity(0)'),
  'body-mask': on('body', 'mask:linear-gradient(transparent,transparent)'),
  'body-clip': on('body', 'clip-path:polygon(0 0,0 0,0 0)'),
  'body-transform': moved(on('body', 'transform:scale(.01)')),
  'dialog-opacity': on('dialog', 'opacity:.01'),
  'dialog-filter': on('dialog', 'filter:opacity(0)'),
  'dialog-zoom': moved(on('dialog', 'zoom:.1')),
  'popover-clip': on('[data-layer]', 'clip-path:inset(50%)'),
  'registered-colours': () => NAMES.forEach((name) => CSS.registerProperty({ name: `--${name}`, syntax: '<color>', inherits: false, initialValue: 'transparent' })),
  'font-face': () => rule(FONTS.map((name) => `@font-face{font-family:"${name}";src:${LOCAL};size-adjust:0%}`).join('')),
  'host-before': picture('before'),
  'host-after': picture('after'),
  'host-first-line': on('div[popover]::first-line,div[popover]::first-letter', 'color:transparent!important;font-size:0!important'),
  'host-backdrop': on('div[popover]::backdrop', 'background:#fff!important;display:block!important'),
  'root-direction': on('html', 'direction:rtl;unicode-bidi:bidi-override'),
  selected: () => {
    rule('::selection{color:transparent;background:#fff}');
    document.execCommand('selectAll');
    getSelection().selectAllChildren(document.documentElement);
  },
});
