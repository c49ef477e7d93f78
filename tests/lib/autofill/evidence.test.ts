/** What counts as having been seen, told frame by frame; the browsers' own observers are asked in `tests/e2e/honest-clicks.test.ts` and `traps`. */
import { beforeEach, describe, expect, it } from 'vitest';
import { canProveSight, gather, type Evidence } from '../../../lib/autofill/evidence.ts';

type Handler = (event: Event) => void;

/** Whoever listens, and for what. */
class Listening {
  readonly handlers = new Map<string, Handler[]>();
  /** A page may keep an event from whoever does not hear it first; of the window's own `focus` nobody is before us. */
  addEventListener(kind: string, act: Handler, first = false): void {
    if (first || kind === 'focus') this.handlers.set(kind, [...(this.handlers.get(kind) ?? []), act]);
  }
  removeEventListener(kind: string, act: Handler, first = false): void {
    if (first || kind === 'focus') this.handlers.set(kind, (this.handlers.get(kind) ?? []).filter((one) => one !== act));
  }
  hear(type: string, over: object = {}): void {
    const event: Event = Object.assign(Object.create(null), { type, isTrusted: true, target: this, ...over });
    for (const act of this.handlers.get(type) ?? []) act(event);
  }
  get listeners(): number {
    return [...this.handlers.values()].flat().length;
  }
}

/** A window whose time passes when it is told to: a frame every twentieth of a second, a sight whenever the observer has one. */
class Stage extends Listening {
  time = 1000;
  box = { x: 10, y: 20, width: 240, height: 120 };
  places = 0;
  watching: { element: unknown; options: object } | null = null;
  readonly host = new Listening();
  #frame: (() => void) | null = null;
  #seen: object[] = [];
  #note: (entries: object[]) => void = () => undefined;

  readonly view: Window & typeof globalThis;

  constructor(isProvable = true) {
    super();
    // eslint-disable-next-line typescript/no-this-alias, unicorn/no-this-assignment -- the observer is made by the code under test
    const stage = this;
    class Entry {
      isVisible = false;
    }
    if (isProvable) Object.defineProperty(Entry.prototype, 'isVisible', { value: false });
    class Observer {
      readonly options: object;
      constructor(note: (entries: object[]) => void, options: object) {
        stage.#note = note;
        this.options = options;
      }
      observe(element: unknown): void {
        stage.watching = { element, options: this.options };
      }
      disconnect(): void {
        stage.watching = null;
      }
      takeRecords(): object[] {
        return stage.#seen.splice(0);
      }
    }
    this.view = Object.assign(this, {
      performance: { now: () => this.time },
      requestAnimationFrame: (act: () => void) => {
        this.#frame = act;
        return 7;
      },
      cancelAnimationFrame: (id: number) => {
        if (id === 7) this.#frame = null;
      },
      IntersectionObserver: Observer,
      IntersectionObserverEntry: Entry,
    }) as unknown as Window & typeof globalThis;
    Object.assign(this.host, { getBoundingClientRect: () => this.box });
  }

  gather(): Evidence {
    return gather(this.host as unknown as Element, this.view, () => void this.places++);
  }

  get isDrawing(): boolean {
    return this.#frame !== null;
  }

  /** Frames, 50 ms apart. */
  pass(milliseconds: number): void {
    for (let left = milliseconds; left > 0; left -= 50) {
      this.time += 50;
      this.draw();
    }
  }

  draw(): void {
    const act = this.#frame;
    this.#frame = null;
    act?.();
  }

  /** No frame: the page is held up. */
  hang(milliseconds: number): void {
    this.time += milliseconds;
  }

  sees(isVisible: unknown, intersectionRatio = 1): void {
    this.#note([{ isVisible, intersectionRatio }]);
  }

  /** Seen, and not yet told. */
  willSee(isVisible: boolean, intersectionRatio = 1): void {
    this.#seen.push({ isVisible, intersectionRatio });
  }
}

let stage: Stage;
let evidence: Evidence;

beforeEach(() => {
  stage = new Stage();
  evidence = stage.gather();
});

describe('whether a browser can prove sight', () => {
  it('is told by its observer\'s entries', () => {
    expect([canProveSight(stage.view), canProveSight(new Stage(false).view)]).toEqual([true, false]);
  });

  it('is no where it has no observer', () => {
    const without = Object.assign(Object.create(null), { performance }) as Window & typeof globalThis;
    expect(canProveSight(without)).toBe(false);
  });

  it('and where it can not, nothing was ever visible', () => {
    const other = new Stage(false);
    const blind = other.gather();
    expect(other.watching).toBeNull();
    other.sees(true);
    other.pass(1000);
    other.host.hear('pointerdown');
    expect([blind.visibleFor(), blind.stillFor()]).toEqual([0, 1000]);
  });
});

describe('an offer stands still', () => {
  it('since it came, as long as nothing moves it', () => {
    expect(evidence.stillFor()).toBe(0);
    stage.pass(700);
    expect(evidence.stillFor()).toBe(700);
  });

  it('and is put beside its field before every frame', () => {
    stage.pass(500);
    expect(stage.places).toBe(11);
  });

  it.each([['x', 11], ['y', 19], ['width', 241], ['height', 119]] as const)('since its %s last changed', (side, value) => {
    stage.pass(500);
    stage.box = { ...stage.box, [side]: value };
    stage.pass(50);
    expect(evidence.stillFor()).toBe(0);
    stage.pass(300);
    expect(evidence.stillFor()).toBe(300);
  });

  it('only while it is high enough to be read', () => {
    stage.box = { ...stage.box, height: 80 };
    stage.pass(400);
    expect(evidence.stillFor()).toBe(350);
    stage.box = { ...stage.box, height: 79 };
    stage.pass(400);
    expect(evidence.stillFor()).toBe(0);
  });

  it('anew since a window that lay over this one has gone', () => {
    stage.pass(500);
    stage.hear('focus');
    expect(evidence.stillFor()).toBe(0);
    stage.pass(200);
    expect(evidence.stillFor()).toBe(200);
  });

  it('not while the page is held up, and anew when it draws again', () => {
    stage.pass(500);
    stage.hang(300);
    expect(evidence.stillFor()).toBe(800);
    stage.hang(1);
    expect(evidence.stillFor()).toBe(0);
    stage.draw();
    expect(evidence.stillFor()).toBe(0);
    stage.pass(100);
    expect(evidence.stillFor()).toBe(100);
  });

  it('also over a frame that was late, but not too late', () => {
    stage.pass(500);
    stage.hang(300);
    stage.draw();
    expect(evidence.stillFor()).toBe(800);
  });
});

/** Seen for `milliseconds` when the pointer goes down. */
function pressAfter(milliseconds: number, kind = 'pointerdown', isTrusted = true): void {
  stage.sees(true);
  stage.pass(milliseconds);
  stage.host.hear(kind, { isTrusted });
}

describe('an offer was visible', () => {
  it('is asked of the browser about the host itself, as often as it tells, and at its edges', () => {
    expect(stage.watching).toEqual({ element: stage.host, options: { trackVisibility: true, delay: 100, threshold: [0, 0.5, 0.99, 1] } });
  });

  it.each(['pointerdown', 'mousedown', 'keydown'])('since it was first seen, if that was proven at the %s', (kind) => {
    pressAfter(500, kind);
    expect(evidence.visibleFor()).toBe(500);
    stage.pass(150);
    expect(evidence.visibleFor()).toBe(650);
  });

  it('never, without a press', () => {
    stage.sees(true);
    stage.pass(1000);
    expect(evidence.visibleFor()).toBe(0);
  });

  it('never, where it was seen for less than half a second at the press', () => {
    stage.pass(1000);
    pressAfter(450);
    stage.pass(1000);
    expect(evidence.visibleFor()).toBe(0);
  });

  it('never, where it had not stood still for so long at the press', () => {
    stage.sees(true);
    stage.pass(700);
    stage.box = { ...stage.box, y: 200 };
    stage.pass(500);
    stage.host.hear('pointerdown');
    stage.pass(500);
    expect(evidence.visibleFor()).toBe(0);
  });

  it('never, where a script pressed', () => {
    pressAfter(1000, 'pointerdown', false);
    expect(evidence.visibleFor()).toBe(0);
  });

  it('not by a press that was proven before one that was not', () => {
    pressAfter(1000);
    stage.host.hear('keydown', { isTrusted: false });
    expect(evidence.visibleFor()).toBe(0);
  });

  it.each([
    ['covered', false, 1],
    ['told of in another way than as true', 1, 1],
    ['partly off the screen', true, 0.98],
  ])('not while it is %s', (_how, isVisible, ratio) => {
    pressAfter(600);
    stage.sees(isVisible, ratio);
    expect(evidence.visibleFor()).toBe(0);
    stage.sees(true);
    stage.pass(100);
    expect(evidence.visibleFor()).toBe(100);
  });

  it('also where a rounding leaves a hundredth of it off the screen', () => {
    stage.sees(true, 0.99);
    stage.pass(600);
    stage.host.hear('pointerdown');
    expect(evidence.visibleFor()).toBe(600);
  });

  it('since the first time, however often it is told', () => {
    stage.sees(true);
    stage.pass(300);
    stage.sees(true);
    stage.pass(300);
    stage.host.hear('pointerdown');
    expect(evidence.visibleFor()).toBe(600);
  });

  it('as the browser has noted it, though it has not told it yet', () => {
    pressAfter(600);
    stage.willSee(false);
    expect(evidence.visibleFor()).toBe(0);
  });

  it('by the last of what was noted in between', () => {
    pressAfter(600);
    stage.willSee(false);
    stage.willSee(true);
    stage.pass(50);
    expect(evidence.visibleFor()).toBe(0);
    stage.pass(50);
    expect(evidence.visibleFor()).toBe(50);
  });
});

/** Whether nothing is held down now. */
async function isReleased(): Promise<boolean> {
  return await Promise.race([evidence.released().then(() => true), Promise.resolve().then(() => Promise.resolve()).then(() => false)]);
}

describe('a key', () => {
  it('that never went down is up', async () => {
    expect(await isReleased()).toBe(true);
  });

  it('is down until it is up', async () => {
    stage.host.hear('keydown');
    expect(await isReleased()).toBe(false);
    const waiting = evidence.released();
    stage.hear('keyup');
    await waiting;
    expect(await isReleased()).toBe(true);
  });

  it('stays down whatever a script says', async () => {
    stage.host.hear('keydown');
    stage.host.hear('keydown', { isTrusted: false });
    stage.hear('keyup', { isTrusted: false });
    stage.hear('blur', { isTrusted: false });
    expect(await isReleased()).toBe(false);
  });

  it('is not pressed by a script', async () => {
    stage.host.hear('keydown', { isTrusted: false });
    expect(await isReleased()).toBe(true);
  });

  it('is let go when the window loses the keyboard, and not when an element does', async () => {
    stage.host.hear('keydown');
    stage.hear('blur', { target: stage.host });
    expect(await isReleased()).toBe(false);
    stage.hear('blur', { target: stage });
    expect(await isReleased()).toBe(true);
  });

  it('is let go wherever it comes up', async () => {
    stage.host.hear('keydown');
    stage.hear('keyup', { target: stage.host });
    expect(await isReleased()).toBe(true);
  });
});

describe('an offer that is closed', () => {
  it('is watched no longer, and lets go whoever waits', async () => {
    const before = new Stage();
    const ended = before.gather();
    before.host.hear('keydown');
    const waiting = ended.released();
    ended.stop();
    await waiting;
    expect([before.watching, before.isDrawing, before.listeners]).toEqual([null, false, 0]);
  });
});
