/** Acts of a person, in jsdom: it holds every event that a test makes for a script's. Those made here are told as a browser tells a person's. */
import { vi } from 'vitest';

type Listener = Parameters<EventTarget['addEventListener']>[1];
type Door = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

const trusted = new WeakSet<Event>();
const wrapped = new WeakMap<object, (event: Event) => void>();

function asTold(event: Event): Event {
  if (!trusted.has(event)) return event;
  return new Proxy(event, {
    get: (of, name) => {
      const value: unknown = name === 'isTrusted' ? true : Reflect.get(of, name, of);
      return typeof value === 'function' ? value.bind(of) : value;
    },
  });
}

function heard(act: Listener): Listener {
  if (typeof act !== 'function') return act;
  const known = wrapped.get(act) ?? ((event: Event): void => act(asTold(event)));
  wrapped.set(act, known);
  return known;
}

function believe(door: Door): void {
  const { addEventListener: add, removeEventListener: remove } = door;
  vi.spyOn(door, 'addEventListener').mockImplementation(function hear(this: EventTarget, kind, act, how) {
    add.call(this, kind, heard(act), how);
  });
  vi.spyOn(door, 'removeEventListener').mockImplementation(function deafen(this: EventTarget, kind, act, how) {
    remove.call(this, kind, heard(act), how);
  });
}

/** Whoever begins to listen from now on can be told of acts of a person, until the mocks are restored. */
export function believePeople(): void {
  believe(EventTarget.prototype);
  believe(window);
}

function happen(target: EventTarget, event: Event): void {
  trusted.add(event);
  target.dispatchEvent(event);
}

const everywhere = { bubbles: true, composed: true, cancelable: true };

export const point = (target: EventTarget): void => happen(target, new MouseEvent('pointerdown', everywhere));
export const click = (target: EventTarget): void => happen(target, new MouseEvent('click', everywhere));
export const keyDown = (target: EventTarget, key: string): void => happen(target, new KeyboardEvent('keydown', { ...everywhere, key }));
export const keyUp = (target: EventTarget, key: string): void => happen(target, new KeyboardEvent('keyup', { ...everywhere, key }));
