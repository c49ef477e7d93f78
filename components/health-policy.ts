/** What the health page says of the organisation that manages this browser: nothing where it decided nothing. Pure. */
import { patternOf } from '../lib/institutions/site.ts';
import type { PolicyLook } from '../lib/messages/policy.ts';
import type { HealthGroup, HealthLine } from './health-lines.ts';
import type { Language } from './language.ts';
import { managedWords } from './words-managed.ts';

/** Not amiss without leave: the issuer may allow it by itself (CORS). */
function issuerLines(issuer: PolicyLook['issuer'], language: Language): HealthLine[] {
  const { name, value, noLeave } = managedWords[language].issuer;
  if (!issuer) return [];
  const line = { name, value: value(issuer.origin, issuer.institutions), mark: 'plain' } as const;
  return [issuer.granted ? line : { ...line, todo: noLeave, act: { kind: 'allow', permission: patternOf(issuer.origin) } }];
}

export function policyGroups({ institutions, autoLockMinutes, inPageOffer, issuer, faults }: PolicyLook, language: Language): HealthGroup[] {
  const words = managedWords[language];
  const { on, off } = words.inPageOffer;
  const decided: [name: string, value: string | null][] = [
    [words.institutions.name, institutions === null ? null : words.institutions.value(institutions)],
    [words.autoLock.name, autoLockMinutes === null ? null : words.autoLock.value(autoLockMinutes)],
    [words.inPageOffer.name, inPageOffer === null ? null : inPageOffer ? on : off],
  ];
  const lines = [
    ...decided.flatMap(([name, value]): HealthLine[] => (value === null ? [] : [{ name, value, mark: 'plain' }])),
    ...issuerLines(issuer, language),
    ...faults.map(({ part, why }): HealthLine => ({ name: words.parts[part], value: words.refused(why), mark: 'bad', todo: words.refusedTodo })),
  ];
  return lines.length === 0 ? [] : [{ heading: words.heading, lines }];
}
