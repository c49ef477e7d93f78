import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerOf, openContract, printedPlaces, papersOf, type CustomerRow } from '../mock-bank/customers.ts';
import { expectInstitution } from '../mock-bank/institutions.ts';
import { sealUnder } from '../mock-bank/secrets/seal.ts';
import { askPlaces, checkPlaces, type Places } from '../mock-bank/second-secret.ts';
import type { Store } from '../mock-bank/store.ts';
import type { World } from '../mock-bank/world.ts';
import { openStore } from './bank.ts';

const seal = sealUnder(Buffer.alloc(32, 5));
const NAME = 'お客様カード';
let store: Store;
let world: World;
let now = 1_800_000_000_000;

beforeAll(async () => {
  store = await openStore();
  world = {
    store, seal, now: () => now, issuerOrigin: () => '', note: () => undefined, alarm: () => undefined,
    fault: () => null, wait: () => Promise.resolve(), provisionLimit: 1, formLimit: 1,
  };
}, 60_000);
afterAll(() => store.close());

async function newcomer(institution: string): Promise<CustomerRow> {
  const { contract } = await openContract({ store, seal }, { institution, password: 'hanako2026' });
  return again({ institution, contract });
}

async function again({ institution, contract }: Pick<CustomerRow, 'institution' | 'contract'>): Promise<CustomerRow> {
  return (await customerOf(store, institution, contract)) ?? expect.unreachable();
}

function printed(row: CustomerRow, [first, second]: Places): [string, string] {
  const places = printedPlaces(expectInstitution(row.institution).secondSecret, papersOf(world, row).digits);
  return [places[first] ?? '', places[second] ?? ''];
}

describe.each([['1188', 8], ['1581', 10]] as const)('the places asked at %s', (institution, places) => {
  it('are two different ones, every pair as often as any other over many customers', async () => {
    const model = await newcomer(institution);
    const pairs = (places * (places - 1)) / 2;
    const customers = pairs * 40;
    await store.rows(
      `INSERT INTO customers (institution, contract, name, kana, password, must_change, papers)
       SELECT institution, 'copy ' || n, name, kana, password, must_change, papers FROM customers, generate_series(1, $3::int) AS n
       WHERE institution = $1 AND contract = $2`,
      [institution, model.contract, customers],
    );
    const drawn = new Map<string, number>();
    for (let n = 1; n <= customers; n++) {
      const [first, second] = await askPlaces(store, { ...model, contract: `copy ${n}` });
      expect(first).toBeGreaterThanOrEqual(0);
      expect(first).toBeLessThan(second);
      expect(second).toBeLessThan(places);
      drawn.set(`${first},${second}`, (drawn.get(`${first},${second}`) ?? 0) + 1);
    }
    const counts = [...drawn.values()];
    expect(counts).toHaveLength(pairs);
    // Chi-squared: mean pairs − 1, deviation √(2(pairs − 1)); seven deviations happen less than once in a million runs.
    const chi = counts.reduce((sum, count) => sum + (count - 40) ** 2 / 40, 0);
    expect(chi).toBeLessThan(pairs - 1 + 7 * Math.sqrt(2 * (pairs - 1)));
  }, 60_000);

  it('stay the same over any number of questions and wrong answers, until they are answered right', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom('ask', 'wrong', 'empty'), { maxLength: 8 }), async (acts) => {
      const { contract } = await newcomer(institution);
      const who = { institution, contract };
      const asked = await askPlaces(store, await again(who));
      for (const act of acts) {
        const row = await again(who);
        const [first, second] = printed(row, asked);
        // Another digit than the printed one at the end of the first answer.
        const other = first.slice(0, -1) + String((Number(first.at(-1)) + 1) % 10);
        if (act === 'wrong') expect(await check(row, [other, second])).toBe(`${NAME}に誤りがあります。`);
        if (act === 'empty') expect(await check(row, ['', second])).toBe(`${NAME}を半角数字で入力してください。`);
        // Beyond any pause: eight wrong answers do not lock.
        now += 3_600_000;
        expect(await askPlaces(store, row)).toEqual(asked);
      }
      const row = await again(who);
      expect(await check(row, printed(row, asked))).toBeNull();
      expect((await again(who)).challenge).toBeNull();
    }), { numRuns: 12 });
  }, 60_000);
});

/** As the flows do it: within a transaction, on a row that was read before. */
const check = (row: CustomerRow, answers: [string, string]): Promise<string | null> =>
  store.transaction((tables) => checkPlaces(world, tables, row, { answers, name: NAME }));

describe('wrong answers', () => {
  it('pause after the fifth, so that even the right ones wait', async () => {
    const { contract } = await newcomer('1188');
    const who = { institution: '1188', contract };
    const asked = await askPlaces(store, await again(who));
    const row = await again(who);
    const right = printed(row, asked);
    const wrong: [string, string] = [right[0] === '00' ? '01' : '00', right[1]];
    for (let n = 0; n < 5; n++) expect(await check(row, wrong)).toContain('誤りがあります');
    expect(await check(row, right)).toContain('一時的に受付を停止');
    now += 60_000;
    expect(await check(row, right)).toBeNull();
  });
});
