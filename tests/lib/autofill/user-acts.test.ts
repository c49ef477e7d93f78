// @vitest-environment jsdom
/** The user's acts in the page, as a browser tells them; the same acts by a script mean nothing. */
import { beforeEach, describe, expect, it } from 'vitest';
import { listen } from '../../../lib/autofill/user-acts.ts';
import { openPage } from '../../pages/open.ts';

type Handler = (event: Event) => void;

let handlers: Map<string, Handler>;
let stop: () => void;
let done: string[];
let open: { host: HTMLElement; field: HTMLInputElement } | null;
const at = (id: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`#${id}`) ?? expect.unreachable();

/** Takes note of who listens, on the window and on its document. */
function listening(): Pick<EventTarget, 'addEventListener' | 'removeEventListener'> {
  return {
    addEventListener: (kind, act, how) => {
      if (typeof act === 'function' && how === true) handlers.set(kind, act);
    },
    removeEventListener: (kind, act, how) => {
      if (handlers.get(kind) === act && how === true) handlers.delete(kind);
    },
  };
}

beforeEach(() => {
  openPage('<input id="a"><input id="b"><p id="p"></p><div id="host"></div>');
  [handlers, done, open] = [new Map(), [], null];
  const bubble = () => open && Object.assign(Object.create(null), { ...open, focusFirst: () => done.push('focusFirst') });
  const view = Object.assign(Object.create(null), { ...listening(), document: listening() });
  stop = listen(view, {
    isOffered: (field) => field.id === 'a',
    bubble,
    open: ({ id }) => done.push(`open ${id}`),
    leaveAside: () => done.push('leaveAside'),
    dismiss: () => done.push('dismiss'),
    sent: (form) => done.push(`sent ${form === null ? 'nothing' : 'form'}`),
    back: () => done.push('back'),
    leave: () => done.push('leave'),
  });
});

/** What was done on one event; by a person unless `isTrusted` is false. */
function on(kind: string, target: string, over: object = {}, like: Event = new KeyboardEvent(kind)): string[] {
  done = [];
  const own = { isTrusted: true, key: '', target: at(target), composedPath: () => [at(target)], preventDefault: () => done.push('prevented'), ...over };
  const event: Event = Object.create(like, Object.fromEntries(Object.entries(own).map(([name, value]) => [name, { value }])));
  (handlers.get(kind) ?? expect.unreachable())(event);
  return done;
}

const opened = (id: string): void => void (open = { host: at('host'), field: at(id) });

describe('a press of the pointer', () => {
  it('opens the offer of its field, and leaves another aside first', () => {
    expect(on('pointerdown', 'a')).toEqual(['leaveAside', 'open a']);
    opened('b');
    expect(on('pointerdown', 'a')).toEqual(['leaveAside', 'open a']);
    opened('a');
    expect(on('pointerdown', 'a')).toEqual(['open a']);
  });

  it('beside a field that is offered leaves the offer aside', () => {
    opened('a');
    expect([on('pointerdown', 'b'), on('pointerdown', 'p')]).toEqual([['leaveAside'], ['leaveAside']]);
  });

  it('in the offer itself is the offer\'s, and a script\'s is nobody\'s', () => {
    opened('a');
    expect(on('pointerdown', 'host')).toEqual([]);
    expect(on('pointerdown', 'a', { isTrusted: false })).toEqual([]);
  });
});

describe('a key that goes down', () => {
  it('Escape: dismisses an open offer, and gives the focus back only where it was in the offer', () => {
    expect(on('keydown', 'a', { key: 'Escape' })).toEqual([]);
    opened('a');
    expect(on('keydown', 'b', { key: 'Escape' })).toEqual(['dismiss']);
    expect(document.activeElement).toBe(document.body);
    expect(on('keydown', 'host', { key: 'Escape' })).toEqual(['dismiss']);
    expect(document.activeElement).toBe(at('a'));
  });

  it('Arrow down: goes from its field into the offer, from no other', () => {
    opened('a');
    expect(on('keydown', 'a', { key: 'ArrowDown' })).toEqual(['prevented', 'focusFirst']);
    expect([on('keydown', 'b', { key: 'ArrowDown' }), on('keydown', 'a', { key: 'ArrowUp' })]).toEqual([[], []]);
  });

  it('does nothing by a script, or where it is no key', () => {
    opened('a');
    for (const key of ['Escape', 'ArrowDown']) {
      expect(on('keydown', 'a', { key, isTrusted: false })).toEqual([]);
      expect(on('keydown', 'a', { key }, new Event('keydown'))).toEqual([]);
    }
  });
});

describe('a key that comes up', () => {
  it.each(['Tab', 'ArrowDown'])('%s opens the offer of its field', (key) => {
    expect([on('keyup', 'a', { key }), on('keyup', 'b', { key }), on('keyup', 'p', { key })]).toEqual([['open a'], [], []]);
  });

  it('a digit leaves the offer of its field aside, and no other', () => {
    opened('a');
    expect([on('keyup', 'a', { key: '5' }), on('keyup', 'b', { key: '5' })]).toEqual([['leaveAside'], []]);
  });

  it.each(['x', 'F5', '12', 'ShiftTab', 'Tabs'])('%s means nothing', (key) => {
    expect(on('keyup', 'a', { key })).toEqual([]);
    opened('a');
    expect(on('keyup', 'a', { key })).toEqual([]);
  });

  it('means nothing by a script, or where it is no key', () => {
    expect(on('keyup', 'a', { key: 'Tab', isTrusted: false })).toEqual([]);
    expect(on('keyup', 'a', { key: 'Tab' }, new Event('keyup'))).toEqual([]);
  });
});

describe('the focus', () => {
  it('leaves the offer aside when it goes to neither its field nor the offer', () => {
    expect(on('focusin', 'b')).toEqual([]);
    opened('a');
    expect([on('focusin', 'a'), on('focusin', 'host'), on('focusin', 'b'), on('focusin', 'p')]).toEqual([[], [], ['leaveAside'], ['leaveAside']]);
  });
});

describe('a document', () => {
  it('tells what was sent, that it is left, and that it came back from the cache', () => {
    expect(on('submit', 'p')).toEqual(['sent form']);
    expect(on('pagehide', 'p')).toEqual(['leave']);
    expect(on('pageshow', 'p', { persisted: true }, new PageTransitionEvent('pageshow'))).toEqual(['back']);
    expect(on('pageshow', 'p', { persisted: false }, new PageTransitionEvent('pageshow'))).toEqual([]);
    expect(on('pageshow', 'p', { persisted: true }, new Event('pageshow'))).toEqual([]);
  });

  it('is listened to before the page itself hears, until it is over', () => {
    expect([...handlers.keys()]).toEqual(['pointerdown', 'keydown', 'keyup', 'focusin', 'submit', 'pageshow', 'pagehide']);
    stop();
    expect(handlers.size).toBe(0);
  });
});
