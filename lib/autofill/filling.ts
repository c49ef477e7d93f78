/**
 * The one way a code gets into a page, whatever the gesture was: choose the
 * fields, make sure they can take it, ask for the code, write it, and take it
 * out again if it runs out there.
 */
import type { Role } from '../field-role.ts';
import type { Client } from '../messages/client.ts';
import type { FillOutcome, PageRequests, Room, Taken } from '../messages/protocol.ts';
import { Refusal } from '../refusal.ts';
import { lengthsIn } from './box-lengths.ts';
import { empty, fill, type Frame } from './fill.ts';
import type { FieldKeys } from './field-keys.ts';
import type { Targets } from './targets.ts';
import { expectUsable } from './usable.ts';

/** Said near the field, outside of any answer. */
export interface Notices {
  armed: (field: HTMLInputElement, seconds: number, cancel: () => void) => void;
  expired: (field: HTMLInputElement) => void;
  refused: (field: HTMLInputElement, refusal: unknown) => void;
  done: () => void;
}

export interface Means {
  /** The fields of one gesture, found afresh. */
  targets: (near: HTMLInputElement | null) => Targets | null;
  ask: Client<PageRequests>;
  keys: FieldKeys;
  frame: Frame;
  /** Runs `act` after so many milliseconds; the answer takes it back. */
  later: (milliseconds: number, act: () => void) => () => void;
  notices: Notices;
}

/** One act of the user; `turn` tells whether another came after it. */
interface Gesture {
  tokenId: string;
  turn: number;
}

type Given = Extract<Taken, { kind: 'given' }>;

/** Shorter codes are not in use; the exact length is known only once it is spent. */
const SHORTEST_CODE = 6;
const SERIAL_LENGTH = 12;
/** The rollover is awaited a little longer than told: two clocks are never quite alike. */
const SLACK = 50;
/** Meanwhile the clock may have been set anew, or measured anew: so much is waited for once again. Milliseconds. */
const SET_BACK = 2000;

function expectAllUsable({ code, serial }: Targets): void {
  if (serial && !serial.value) expectUsable(serial, SERIAL_LENGTH);
  const [first] = code;
  if (first) expectUsable(first, code.length > 1 ? (lengthsIn(code)[0] ?? 1) : SHORTEST_CODE);
}

/** Told before a code is spent for it: tokens have six to eight digits. */
function roomIn({ code }: Targets): Room {
  const [first, ...others] = code;
  const most = first && others.length === 0 && first.maxLength >= 0 ? first.maxLength : null;
  return { boxes: lengthsIn(code).reduce((sum, length) => sum + length, 0), most };
}

/** The serial first: a page may send itself at the code's last digit. */
async function write({ code, serial, roles }: Targets, given: Given, frame: Frame): Promise<{ written: Role[]; holding: HTMLInputElement[] }> {
  const written: Role[] = [];
  let holding = code;
  if (serial && given.serial !== null) {
    if (serial.value !== given.serial) await fill([serial], given.serial, frame);
    written.push('serial');
  }
  if (code.length > 0 && given.digits !== null) {
    holding = await fill(code, given.digits, frame);
    written.push(...roles.filter((role) => role !== 'serial'));
  }
  return { written, holding };
}

export class Filling {
  readonly #means: Means;
  #disarm: (() => void) | null = null;
  #forget: (() => void) | null = null;
  #filledForm: EventTarget | null = null;
  #turn = 0;

  constructor(means: Means) {
    this.#means = means;
  }

  /**
   * @param near the field the user acted on; null for a gesture outside the page
   * @throws Refusal
   */
  async fill(tokenId: string, near: HTMLInputElement | null): Promise<FillOutcome> {
    this.disarm();
    return this.#attempt({ tokenId, turn: this.#turn }, near, 0);
  }

  /** Takes back a fill that waits for the next code, also one that is only about to: its background is still asked. */
  disarm(): void {
    this.#turn++;
    this.#disarm?.();
    this.#disarm = null;
  }

  /** A form was sent: what stands in it is no longer ours to empty. */
  sent(form: EventTarget | null): void {
    this.#means.keys.sent(form);
    if (form === this.#filledForm) this.#forgetCode();
  }

  /** The document is left, perhaps for the back/forward cache: nothing waits there, and no field keeps its name. */
  leave(): void {
    this.disarm();
    this.#means.keys.left();
  }

  stop(): void {
    this.disarm();
    this.#forgetCode();
  }

  #forgetCode(): void {
    this.#forget?.();
    this.#forget = null;
  }

  /** Everything is found afresh: between gesture and rollover the page may have become another. `waited`: how often already. */
  async #attempt(gesture: Gesture, near: HTMLInputElement | null, waited: number): Promise<FillOutcome> {
    const { targets: find, notices } = this.#means;
    const targets = find(near);
    try {
      if (waited > 0 && targets?.first !== near) throw new Refusal('page-changed');
      if (!targets) throw new Refusal('page-without-field');
      return await this.#proceed(gesture, targets, waited);
    } catch (refusal) {
      const field = near ?? targets?.first;
      // Where a later gesture is at work, its own notice stands.
      if (field?.isConnected && gesture.turn === this.#turn) notices.refused(field, refusal);
      throw refusal;
    }
  }

  async #proceed(gesture: Gesture, targets: Targets, waited: number): Promise<FillOutcome> {
    expectAllUsable(targets);
    const taken = await this.#take(gesture.tokenId, targets);
    if (taken === null) return { kind: 'unlock-first' };
    if (taken.kind === 'wait') {
      // One code's time per gesture: the second in a row is not ours to sit out.
      // Nor is the wait of a gesture that was taken back or followed by another while the background was asked.
      const isOver = waited > 1 || (waited === 1 && taken.milliseconds > SET_BACK);
      if (isOver || gesture.turn !== this.#turn) throw new Refusal('code-spent');
      return this.#arm(gesture, targets, taken.milliseconds, waited + 1);
    }
    // The background took its time: the page may have used it.
    expectAllUsable(targets);
    const { written: roles, holding } = await write(targets, taken, this.#means.frame);
    this.#watchExpiry({ ...targets, code: holding, first: holding[0] ?? targets.first }, taken);
    this.#means.notices.done();
    return { kind: 'filled', roles };
  }

  async #take(tokenId: string, targets: Targets): Promise<Taken | null> {
    const { roles, first } = targets;
    const { ask, keys } = this.#means;
    try {
      return await ask('take', { tokenId, roles, field: keys.of(first), room: roomIn(targets) });
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.reason !== 'locked') throw refusal;
      await ask('askOutside', { roles, tokenId });
      return null;
    }
  }

  #arm(gesture: Gesture, { first }: Targets, milliseconds: number, waited: number): FillOutcome {
    const before = first.value;
    const act = (): void => {
      this.#disarm = null;
      // Where there was no room beside the field the notice stands over it.
      this.#means.notices.done();
      // Whoever began to type meanwhile doesn't want it any more.
      if (first.value === before) void this.#attempt(gesture, first, waited).catch(() => undefined);
    };
    this.#disarm = this.#means.later(milliseconds + SLACK, act);
    const seconds = Math.ceil(milliseconds / 1000);
    this.#means.notices.armed(first, seconds, () => this.disarm());
    return { kind: 'armed', seconds };
  }

  /** Another code needs another gesture; the old one is only taken out. */
  #watchExpiry({ code, first, inTurn }: Targets, { digits, endsIn }: Given): void {
    this.#forgetCode();
    if (digits === null || inTurn) return;
    this.#filledForm = first.form;
    this.#forget = this.#means.later(endsIn, () => {
      this.#forget = null;
      if (empty(code, digits)) this.#means.notices.expired(first);
    });
  }
}
