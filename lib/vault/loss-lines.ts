/** Whether the loss kit stands in clear. Whoever calls this holds the vault's lock. */
import type { LossEntry } from '../messages/health.ts';
import type { Token } from '../token.ts';
import { lossLine } from './book.ts';
import type { Means } from './means.ts';
import { revise } from './open-book.ts';
import { tokensIn } from './tokens.ts';

/** A token's line as it is to be, by what is known now and by its present one. Null: as it is, or none. */
export type LineOf = (token: Token, present: LossEntry | null) => LossEntry | null;

/** Hidden: its lines are taken from the header. Shown: they are made anew, in the order of the tokens; none that is there is lost. */
export async function hideLossKit(means: Means, hidden: boolean, lineOf: LineOf): Promise<void> {
  await revise(means, async (book) => {
    const present = new Map(book.header.loss.map((line) => [line.token, line]));
    const tokens = hidden ? [] : await tokensIn(book);
    const loss = tokens.flatMap((token) => {
      const kept = present.get(token.id) ?? null;
      const line = lineOf(token, kept) ?? kept;
      return line ? [lossLine(token.id, line)] : [];
    });
    return { changes: [], header: { lossHidden: hidden, loss }, answer: undefined };
  });
}
