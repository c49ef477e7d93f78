/** A window for `lib/autofill/evidence.ts`, in which time, frames and sight pass as they are told. */
import { gather, type Evidence } from '../../../lib/autofill/evidence.ts';

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
export class Stage extends Listening {
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
