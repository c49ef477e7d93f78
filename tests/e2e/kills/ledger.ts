/** What was acknowledged before the kill, against what is there after it: whatever differs is said as a sentence. */
import type { Look, TokenLook } from '../../../lib/messages/looks.ts';
import type { OwnRequests } from '../../../lib/messages/protocol.ts';
import type { StormLine } from './storm.ts';

type Copied = OwnRequests['copy']['answer'];

/** Seconds of a token's time step here. */
const PERIOD = 30;
const stepAt = (time: number): number => Math.floor(time / (PERIOD * 1000));
/** `endsAt` is by the issuer's clock, as well as it was measured. */
const stepOf = ({ endsAt }: Copied): number => Math.round(endsAt / (PERIOD * 1000)) - 1;

interface Name {
  storm: string;
  number: number;
}

const NAME = /^(\S+) (\d+)$/;
const readName = (suffix: string): Name => ({ storm: NAME.exec(suffix)?.[1] ?? '', number: Number(NAME.exec(suffix)?.[2] ?? 0) });

/** What one token must still be. */
interface Known {
  serial: string;
  suffix: string;
  copied: { step: number; digits: string } | null;
  filledStep: number | null;
}

/** Of one storm. The last lines of it may have died with the browser. */
export interface Count {
  asked: number;
  acknowledged: number;
  /** Of these: tokens that were enrolled, and codes that a bank page has. */
  enrolled: number;
  filled: number;
}

const nothingYet = (): Count => ({ asked: 0, acknowledged: 0, enrolled: 0, filled: 0 });

export class Ledger {
  readonly #known = new Map<string, Known>();
  readonly #refused: string[] = [];
  #storm = '';
  count = nothingYet();

  begin(storm: string): void {
    this.#storm = storm;
    this.count = nothingYet();
  }

  /** A StormLine as JSON. */
  hear(text: string): void {
    const line: StormLine = JSON.parse(text);
    if (line.reply === null) return void this.count.asked++;
    this.count.acknowledged++;
    if (line.reply.ok) this.#note(line, line.reply.answer);
    else this.#refused.push(`${line.request} was refused in a storm: ${line.reply.reason}`);
  }

  #note({ request, ask: { tokenId = '', suffix = '' }, at }: StormLine, answer: unknown): void {
    const known = this.#known.get(tokenId);
    if (request === 'enrolShinkin') this.#added(answer as OwnRequests['enrolShinkin']['answer']);
    if (!known) return;
    if (request === 'nameToken') known.suffix = suffix;
    if (request === 'copy') known.copied = { step: stepOf(answer as Copied), digits: (answer as Copied).digits };
    if (request === 'fillActiveTab') this.#filledBy(known, answer as OwnRequests['fillActiveTab']['answer'], at);
  }

  /** No code with less than five seconds left is given: the step of the answer is the code's. */
  #filledBy(known: Known, { kind }: OwnRequests['fillActiveTab']['answer'], at: number): void {
    if (kind !== 'filled') return;
    known.filledStep = stepAt(at);
    this.count.filled++;
  }

  #added({ tokenId, serial }: OwnRequests['enrolShinkin']['answer']): void {
    this.#known.set(tokenId, { serial, suffix: '', copied: null, filledStep: null });
    this.count.enrolled++;
  }

  #auditName(known: Known, { serial, suffix }: TokenLook): string[] {
    const [was, is] = [readName(known.suffix), readName(suffix)];
    // A name of this storm that came after the acknowledged one was on its way.
    const newer = is.storm === this.#storm && (was.storm !== this.#storm || is.number > was.number);
    return suffix === known.suffix || newer ? [] : [`${serial} is called ${suffix}, and ${known.suffix} was acknowledged`];
  }

  #auditFill({ filledStep }: Known, { serial, code }: TokenLook): string[] {
    if (filledStep === null || code === null || code.step > filledStep) return [];
    return code.use === 'filled' && code.digits === '' ? [] : [`${serial}: step ${filledStep} was filled and is ${code.use} now`];
  }

  /** Of the first look after the kill, with the vault open. What is right is what is known from here on. */
  audit(look: Look): string[] {
    const wrong = [...this.#refused.splice(0), ...(look.vault === 'open' ? [] : [`the vault is ${look.vault}`])];
    const there = new Map(look.tokens.map((token) => [token.id, token]));
    for (const [id, known] of this.#known) {
      const token = there.get(id);
      if (token?.serial === known.serial) wrong.push(...this.#auditName(known, token), ...this.#auditFill(known, token));
      else wrong.push(`${known.serial} was acknowledged and is not there`);
    }
    for (const { id, serial, suffix } of look.tokens)
      this.#known.set(id, { copied: null, filledStep: null, ...this.#known.get(id), serial, suffix });
    return wrong;
  }

  /** Of a copy after the kill. `inStep`: the same time step was copied before it, so that this tells something. */
  auditCopy(tokenId: string, copied: Copied): { wrong: string[]; inStep: boolean } {
    const known = this.#known.get(tokenId);
    if (!known) return { wrong: ['a token was copied that nobody knows'], inStep: false };
    const [before, step] = [known.copied, stepOf(copied)];
    known.copied = { step, digits: copied.digits };
    if (!before || step > before.step) return { wrong: [], inStep: false };
    const right = step === before.step && copied.again && copied.digits === before.digits;
    return { wrong: right ? [] : [`${known.serial}: step ${before.step} was copied, and ${step} is given as if new`], inStep: true };
  }
}
