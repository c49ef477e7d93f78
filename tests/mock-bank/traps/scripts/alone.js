// Without the customer: made events, stolen focus, forged messages, a world of false built-ins.
import { add, arm, field } from './arm.js';

const { trick } = document.querySelector('[data-trick]').dataset;
const send = (target, Kind, names, about = {}) => {
  for (const name of names) target.dispatchEvent(new Kind(name, { bubbles: true, composed: true, cancelable: true, view: window, ...about }));
};
const MOUSE = ['mousedown', 'mouseup', 'click', 'dblclick'];
const POINTER = ['pointerover', 'pointerdown', 'pointerup'];
const KEYS = ['keydown', 'keypress', 'keyup'];

function press(target) {
  send(target, PointerEvent, POINTER, { isPrimary: true });
  send(target, MouseEvent, MOUSE, { button: 0 });
  for (const key of ['Tab', 'ArrowDown', 'Enter', ' ']) send(target, KeyboardEvent, KEYS, { key });
  target.focus?.();
  target.click?.();
}

function pressOffer(host, { x, y }) {
  setTimeout(() => {
    press(host);
    for (const target of document.elementsFromPoint(x, y)) send(target, MouseEvent, MOUSE, { clientX: x, clientY: y });
    over(400);
  }, 700);
}

function forge() {
  const words = [{ name: 'fillNow', ask: { tokenId: 'x' } }, { name: 'take', ask: { tokenId: 'x', roles: ['current'], field: 'x' } }, { name: 'arrive', ask: { roles: ['current'] } }, null, 'fill', { ok: true, answer: { kind: 'given', digits: '123456' } }];
  for (const word of words) {
    postMessage(word, '*');
    send(document, CustomEvent, ['fillNow', 'kagifuda', 'message'], { detail: word });
    window.dispatchEvent(new MessageEvent('message', { data: word, source: window, origin: location.origin }));
    try {
      window.chrome?.runtime?.sendMessage?.(word);
    } catch {
      // Nobody is there: as it should be.
    }
  }
}

/** Everything our own world would use if it were this one. */
function lie() {
  const kinds = [Element, HTMLInputElement, HTMLElement, Document, Node, EventTarget, ShadowRoot, Event, MouseEvent, IntersectionObserver, MutationObserver, Performance, Promise];
  for (const { prototype } of kinds) {
    for (const [name, own] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      if (!own.configurable || name === 'constructor' || /^(dispatch|add)Event/.test(name)) continue;
      const value = typeof own.value === 'function' ? () => true : undefined;
      // The browser keeps a few for itself; that is said, not thrown.
      Reflect.defineProperty(prototype, name, value ? { value } : { get: () => true, set: () => undefined });
    }
  }
  JSON.stringify = () => '{}';
}

function shadowNames() {
  const { form } = field();
  const names = ['action', 'getAttribute', 'elements', 'submit', 'querySelectorAll', 'ownerDocument', 'isConnected', 'closest', 'parentElement', 'attributes'];
  for (const name of names) Object.assign(add('input', 'display:none', form), { type: 'hidden', name, id: name });
  for (const name of ['browser', 'chrome', 'document', 'performance', 'crypto', 'forms', 'body', 'documentElement', 'defaultView', 'activeElement'])
    Object.assign(add('img', 'display:none'), { name, id: name, alt: '' });
}

function storm() {
  for (let turn = 0; turn < 1000; turn++) {
    const fake = add('div', 'width:9px;height:9px', document.documentElement);
    fake.popover = 'manual';
    fake.showPopover();
    fake.remove();
  }
}

/** For the tests: the attack is over, and what it might have started too. */
const mark = document.documentElement.setAttribute.bind(document.documentElement, 'data-over', '');
const over = (wait) => setTimeout(() => mark(), wait);
const none = () => undefined;
arm({ synthetic: none, 'synthetic-host': pressOffer, 'stolen-focus': none, messages: forge, prototypes: none, 'named-elements': none, storm });

if (trick === 'synthetic') for (const wait of [0, 50, 200, 600]) setTimeout(() => press(field()), wait);
if (trick === 'stolen-focus') {
  addEventListener('keydown', (event) => {
    if (event.target.popover !== 'manual') field().focus();
    // The form is not to be sent: the game goes on.
    if (event.key === 'Enter' && event.target.popover !== 'manual') event.preventDefault();
  }, true);
}
if (trick === 'messages') forge();
if (trick === 'named-elements') shadowNames();
if (trick === 'storm') storm();
if (trick !== 'synthetic-host') over(trick === 'synthetic' ? 1000 : 300);
if (trick === 'prototypes') setTimeout(lie);
