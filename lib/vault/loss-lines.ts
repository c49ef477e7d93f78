/** Whether the loss kit stands in clear. Whoever calls this holds the vault's lock. */
import type { LossEntry } from '../messages/health.ts';
import type { Token } from '../token.ts';
import { lossLine } from './book.ts';
import type { Means } from './means.ts';
import { revise } from './open-book.ts';
import { tokensIn } from './tokens.ts';

/** Hidden: its lines are taken from the header. Shown: they are made anew, in the order of the tokens. */
export async function hideLossKit(means: Means, hidden: boolean, lineOf: (token: Token) => LossEntry | null): Promise<void> {
  await revise(means, async (book) => {
    const lines = hidden ? [] : (await tokensIn(book)).map((token) => ({ token, line: lineOf(token) }));
    const loss = lines.flatMap(({ token, line }) => (line ? [lossLine(token.id, line)] : []));
    return { changes: [], header: { lossHidden: hidden, loss }, answer: undefined };
  });
}
