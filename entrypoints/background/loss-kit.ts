/** The lines of the loss kit, made of the tokens and of what is known of their institutions. */
import { profileOf } from '../../lib/institutions/profiles.ts';
import type { LossEntry } from '../../lib/messages/health.ts';
import type { Token } from '../../lib/token.ts';
import type { Desk } from './desk.ts';

/** Null for an imported token, and for one of an institution that we do not know any more. */
export function lineOf({ institutionCode, serial }: Token): LossEntry | null {
  const profile = profileOf(institutionCode);
  return profile ? { institution: profile.name, serial, telephone: profile.telephone, hours: profile.hours } : null;
}

/** A token that was brought back from a damaged vault may have come without its line. */
export async function completeLossKit({ vault }: Desk): Promise<void> {
  // One reading: of two, what is brought back between them would be in neither.
  const view = await vault.view(() => null);
  if (view.face !== 'open') return;
  const { lines, hidden } = await vault.lossKit();
  const serials = new Set(lines.map(({ serial }) => serial));
  const isMissing = [...view.tokens, ...view.removed].some((token) => lineOf(token) !== null && !serials.has(token.serial));
  if (!hidden && isMissing) await vault.hideLossKit(false, lineOf);
}
