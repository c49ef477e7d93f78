/** Whose code a field wants: of the token in use, or of the old or the new one of a 交換. */
import type { Role } from './finding.ts';
import type { Section } from './section.ts';
import { isExchange, oldOrNew } from './words.ts';

/** `besideSerial`: a serial number is asked for in the same section. */
export function roleOf(label: string, section: Section, besideSerial: boolean): Exclude<Role, 'serial'> {
  const exchange = section.headings.some(isExchange);
  for (const text of [label, ...section.headings]) {
    const told = oldOrNew(text, exchange);
    if (told) return told;
  }
  if (!exchange) return 'current';
  if (besideSerial) return 'new';
  return section.near.map((text) => oldOrNew(text, true)).find((one) => one !== null) ?? 'old';
}
