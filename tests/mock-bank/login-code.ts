/** The code that a login asks for, on either platform. */
import type { CustomerRow } from './customers.ts';
import { asDigits } from './digits.ts';
import { spendCode, type Verdict } from './tokens.ts';
import type { World } from './world.ts';

/** Spends it, and notes the login. Null: what was typed is no code at all. */
export async function checkLoginCode(world: World, { institution, contract, serial }: CustomerRow, typed: string): Promise<Verdict | null> {
  const code = asDigits(typed);
  if (!/^\d{6}$/.test(code)) return null;
  const verdict = await world.store.transaction((tables) =>
    spendCode({ seal: world.seal, now: world.now() }, tables, { serial: serial ?? '', code, wanted: 'ACTIVE' }));
  const seen = { kind: 'login' as const, institution, contract, ...(serial === null ? {} : { serial }), ...('step' in verdict ? { step: verdict.step } : {}) };
  world.note(verdict.kind === 'accepted' ? { ...seen, outcome: 'accepted' } : { ...seen, outcome: 'refused', reason: verdict.kind });
  return verdict;
}
