/** Whose code a field wants: of the token in use, or of the old or the new one of a 交換. */
import type { Role } from '../field-role.ts';
import type { Section } from './section.ts';
import { isExchange, oldOrNew } from './exchange.ts';

/** What stands over a block without being a heading is short; beside a serial number longer texts speak of the other token, too. */
const CAPTION = 12;

/** `besideSerial`: a serial number is asked for in the same section. `title`: of the page. */
export function roleOf(label: string, { headings, near, far }: Section, besideSerial: boolean, title: string): Exclude<Role, 'serial'> {
  const exchange = [...headings, title].some(isExchange);
  const around = besideSerial ? [...near, ...far].filter((text) => text.trim().length <= CAPTION) : near;
  for (const text of [label, ...headings, ...(exchange || besideSerial ? around : [])]) {
    const told = oldOrNew(text, exchange);
    if (told) return told;
  }
  if (!exchange) return 'current';
  return besideSerial ? 'new' : 'old';
}
