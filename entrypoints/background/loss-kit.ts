/** The lines of the loss kit, made of the tokens and of what is known of their institutions. */
import { ASK_YOUR_BRANCH } from '../../lib/institutions/kinds.ts';
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { LossEntry } from '../../lib/messages/health.ts';
import type { Token } from '../../lib/token.ts';
import type { Desk } from './desk.ts';
import { nameOf } from './token-names.ts';

/**
 * Null for an imported token alone. Of an institution whose issuer is not known any more, as when the policy is gone, `present`
 * says the most.
 */
export function lineOf({ institutionCode, serial, local }: Token, present: LossEntry | null): LossEntry | null {
  if (local) return null;
  const profile = profileOf(institutionCode);
  if (profile) return { institution: profile.name, serial, telephone: profile.telephone, hours: profile.hours };
  return present ?? { institution: nameOf(institutionCode), serial, ...ASK_YOUR_BRANCH };
}

const isSame = (one: LossEntry, other: LossEntry): boolean =>
  one.institution === other.institution && one.serial === other.serial && one.telephone === other.telephone && one.hours === other.hours;

/** A token that was brought back from a damaged vault may have come without its line, and an institution may have another telephone by now. */
export async function completeLossKit({ vault, policy }: Desk): Promise<void> {
  await policy.soon();
  // One reading: of two, what is brought back between them would be in neither.
  const view = await vault.view(() => null);
  if (view.face !== 'open') return;
  const { lines, hidden } = await vault.lossKit();
  const isDue = [...view.tokens, ...view.removed].some((token) => {
    const line = lineOf(token, lines.find(({ serial }) => serial === token.serial) ?? null);
    return line !== null && !lines.some((present) => isSame(present, line));
  });
  if (!hidden && isDue) await vault.hideLossKit(false, lineOf);
}
