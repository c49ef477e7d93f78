/** What the runs of one file share: an issuer, a clock, a PC to copy, and the check that follows every commit. */
import { stepNow } from '../../../../lib/clock.ts';
import { openVault } from '../../../../lib/vault/vault.ts';
import type { Store } from '../../../mock-bank/store.ts';
import { NOON, passphraseWay, random, STRETCHED } from '../../vault/builders.ts';
import { callCiphersInPlace } from './ciphers.ts';
import { type Computer, newComputer, ownLocks } from './computer.ts';
import { newIssuer } from './issuer.ts';
import type { Ground } from './scene.ts';
import { newTally } from './tally.ts';

/** A PC with an empty vault. */
async function patternComputer(clock: { now: number }): Promise<Computer> {
  const computer = newComputer();
  const { disk: store, session, local } = computer;
  const vault = openVault({ store, session, local, now: () => clock.now, random, locks: ownLocks(), autoLockMinutes: async () => 10, stepNow: (token) => stepNow(token, clock.now) });
  await vault.make(passphraseWay(vault), STRETCHED);
  return computer;
}

/** What breaks I2: a good serial that belongs to no request and no activation, or two of one activation. */
const BREACH = `
  SELECT 'is good and nobody''s' AS what, serial FROM tokens t WHERE state IN ('UNBOUND', 'ACTIVE', 'SUSPENDED')
    AND NOT EXISTS (SELECT 1 FROM provisionings p WHERE p.serial = t.serial) AND NOT EXISTS (SELECT 1 FROM activations a WHERE a.serial = t.serial)
  UNION ALL
  SELECT 'is good, and another of its activation too', min(serial) FROM tokens
    WHERE contract IS NOT NULL AND state IN ('UNBOUND', 'ACTIVE', 'SUSPENDED')
    GROUP BY institution, contract, generation HAVING count(*) > 1`;

/** In one statement: rows go before the rows that they name, as far as the checks at its end can see. */
const CLEAR = `
  WITH a AS (DELETE FROM provisionings), b AS (DELETE FROM attempts), c AS (DELETE FROM activations), d AS (DELETE FROM mails)
  DELETE FROM tokens`;

/** What is wrong with them, for proof that the model finds it. */
export interface Faulty {
  storeAround?: (store: Store) => Store;
  computerAround?: (computer: Computer) => Computer;
}

export async function newGround(origin: string, { storeAround, computerAround = (computer) => computer }: Faulty = {}): Promise<Ground & { clear(): Promise<void> }> {
  const clock = { now: NOON };
  const tally = newTally();
  const breaches: string[] = [];
  const issuer = await newIssuer({
    origin,
    now: () => clock.now,
    note: (point, what) => tally.count(`issuer: ${point}`, what),
    committed: async (tables) => {
      for (const { serial, what } of await tables.rows<{ serial: string; what: string }>(BREACH)) breaches.push(`I2: ${serial} ${what}`);
    },
    ...(storeAround ? { storeAround } : {}),
  });
  // Made with the platform's own ciphers, opened with the others: they are the same.
  const pattern = await patternComputer(clock);
  callCiphersInPlace();
  return {
    issuer,
    clock,
    tally,
    newComputer: () => computerAround(newComputer(pattern)),
    expectKept() {
      for (const what of breaches) throw new Error(what);
      for (const cause of issuer.bugs) throw new Error(`the issuer failed: ${String(cause)}`, { cause });
    },
    /** Between runs: the tables stay small, so that a look at all of them is quick. */
    async clear() {
      await issuer.tables.rows(CLEAR);
    },
  };
}
