/** Completion pages of the bank: a reason to ask the issuer, who alone says what became of a token; its receipt goes with it. */
import { NOTHING_TO_LEARN, Refusal } from '../../lib/refusal.ts';
import { isLive, type Token } from '../../lib/token.ts';
import type { Desk } from './desk.ts';
import type { Completion } from './notes.ts';

/** The token a page of 利用開始 or 交換 is about: by serial, or, where the page masks it, the one not yet started. */
function startedBy({ errand, serial }: Completion, here: Token[]): Token | undefined {
  if (errand !== 'start' && errand !== 'exchange') return undefined;
  if (serial !== '') return here.find((token) => token.serial === serial);
  const [only, ...others] = here.filter((token) => token.state === 'UNBOUND');
  return others.length === 0 ? only : undefined;
}

/** False when there is no answer yet. */
async function seeTo(desk: Desk, { number, time }: Completion, token: Token, started: boolean): Promise<boolean> {
  try {
    const state = await desk.enrolment.refresh(token.id);
    // Only a token that the issuer calls ACTIVE has been started by this errand.
    if (started && state === 'ACTIVE' && number !== '' && time !== '')
      await desk.vault.change(token.id, (kept) => ({ ...kept, receipt: kept.receipt ?? { number, time } }));
    return true;
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    // Anything else is no answer yet: the issuer can't be reached, or the vault was locked meanwhile.
    return NOTHING_TO_LEARN.includes(failure.reason);
  }
}

/** Every token of the institution is asked about, one's refusal being no other's: an errand may end one and begin another. */
async function keepCompletion(desk: Desk, completion: Completion): Promise<boolean> {
  const here = (await desk.vault.tokens()).filter(({ institutionCode }) => institutionCode === completion.institutionCode);
  const started = startedBy(completion, here);
  const seen: boolean[] = [];
  for (const token of here) if (isLive(token.state)) seen.push(await seeTo(desk, completion, token, token.id === started?.id));
  return seen.every(Boolean);
}

const isSame = (one: Completion, other: Completion): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Sees to the waiting pages. True when none is left; what failed is tried again later. */
export async function keepCompletions(desk: Desk): Promise<boolean> {
  if ((await desk.vault.state()) !== 'open') return true;
  let settled = true;
  for (const completion of await desk.notes.completions.read()) {
    if (await keepCompletion(desk, completion)) await desk.notes.completions.change((all) => all.filter((one) => !isSame(one, completion)));
    else settled = false;
  }
  return settled;
}
