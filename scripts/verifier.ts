/**
 * One process of the load measurement (bench-bank.ts): verifies codes as the bank does, each in a transaction of
 * its own, and says how long it took. Its place comes by the environment, the start by a message.
 */
import { randomBytes } from 'node:crypto';
import { makeToken } from '../tests/mock-bank/devices.ts';
import { hotp } from '../tests/mock-bank/secrets/otp.ts';
import { sealKeyFrom, sealUnder } from '../tests/mock-bank/secrets/seal.ts';
import { openStore, type Store } from '../tests/mock-bank/store.ts';
import { settingsOf, spendCode, tokenOf } from '../tests/mock-bank/tokens.ts';

const seal = sealUnder(sealKeyFrom(undefined));
const PERIOD = 30_000;
const START = 60_000_000;
const DEVICE_KEY = 32;

async function token(store: Store): Promise<{ serial: string; code: (step: number) => string }> {
  const owner = { institution: '1188', contract: randomBytes(4).toString('hex') };
  const serial = await makeToken({ seal }, store, { prefix: 'SKTS', kind: 'software', period: 30, generation: 1, startBy: 0, owner });
  await store.rows(`UPDATE tokens SET state = 'ACTIVE' WHERE serial = $1`, [serial]);
  const row = await tokenOf(store, serial);
  if (!row) throw new Error('the token just made is not there');
  const seed = seal.open(serial, row.sealed).subarray(DEVICE_KEY);
  return { serial, code: (step) => hotp(seed, step, settingsOf(row)) };
}

/** One customer after the other time step: every verification is a right code, and the first of its step. */
async function verify(store: Store, { serial, code }: Awaited<ReturnType<typeof token>>, times: number): Promise<void> {
  for (let step = START; step < START + times; step++) {
    const now = step * PERIOD;
    const verdict = await store.transaction((tables) => spendCode({ seal, now }, tables, { serial, code: code(step), wanted: 'ACTIVE' }));
    if (verdict.kind !== 'accepted') throw new Error(`a right code was ${verdict.kind}`);
  }
}

const { BENCH_DATABASE_URL: url, BENCH_FOLDER: folder, BENCH_CUSTOMERS, BENCH_TIMES } = process.env;
const store = await openStore({ url, folder, connections: Number(BENCH_CUSTOMERS) });
const tokens: Awaited<ReturnType<typeof token>>[] = [];
for (let made = 0; made < Number(BENCH_CUSTOMERS); made++) tokens.push(await token(store));
process.once('message', () => {
  const start = performance.now();
  Promise.all(tokens.map((one) => verify(store, one, Number(BENCH_TIMES))))
    .then(async () => {
      process.send?.(performance.now() - start);
      await store.close();
      process.disconnect();
    })
    .catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    });
});
process.send?.('ready');
