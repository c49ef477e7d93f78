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

/** A token that was brought back from a damaged vault may have come without its line. */
export async function completeLossKit({ vault, policy }: Desk): Promise<void> {
  await policy.soon();
  // One reading: of two, what is brought back between them would be in neither.
  const view = await vault.view(() => null);
  if (view.face !== 'open') return;
  const { lines, hidden } = await vault.lossKit();
  const serials = new Set(lines.map(({ serial }) => serial));
  const isMissing = [...view.tokens, ...view.removed].some(({ local, serial }) => !local && !serials.has(serial));
  if (!hidden && isMissing) await vault.hideLossKit(false, lineOf);
}
