/** 受付番号 and 受付時刻 of completion pages, put to their tokens once the issuer says that they were started. */
import { Refusal } from '../../lib/refusal.ts';
import type { Token } from '../../lib/token.ts';
import type { Desk } from './desk.ts';
import type { Completion } from './notes.ts';

/** The token a completion page is about: by serial, or, where the page masks it (seed 004), the one not yet started. */
function tokenOf(tokens: Token[], { institutionCode, serial }: Completion): Token | undefined {
  const here = tokens.filter((token) => token.institutionCode === institutionCode);
  if (serial !== '') return here.find((token) => token.serial === serial);
  const [only, ...others] = here.filter((token) => token.state === 'UNBOUND');
  return others.length === 0 ? only : undefined;
}

/** The issuer decides: only a token that it calls ACTIVE has been started by this completion. */
async function keepCompletion(desk: Desk, completion: Completion): Promise<void> {
  const { number, time } = completion;
  const token = tokenOf(await desk.vault.tokens(), completion);
  if (token && (await desk.enrolment.refresh(token.id)) === 'ACTIVE')
    await desk.vault.change(token.id, (kept) => ({ ...kept, receipt: kept.receipt ?? { number, time } }));
}

/** Puts waiting receipts to their tokens. True when none is left; what failed is tried again later. */
export async function keepCompletions(desk: Desk): Promise<boolean> {
  if ((await desk.vault.state()) !== 'open') return true;
  let settled = true;
  for (const completion of await desk.notes.completions.read()) {
    try {
      await keepCompletion(desk, completion);
      await desk.notes.completions.change((all) => all.filter(({ number }) => number !== completion.number));
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      settled = false;
    }
  }
  return settled;
}
