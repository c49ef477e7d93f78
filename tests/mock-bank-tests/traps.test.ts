/** The served attacks: each is there under its address, with its trick, and its files are, too. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLICKS, TRAPS } from '../mock-bank/traps/list.ts';
import { startBank, type MockBank } from './bank.ts';

let bank: MockBank;
beforeAll(async () => {
  bank = await startBank();
});
afterAll(async () => await bank?.close());

const get = (path: string, host = 'ib.shinkin.localhost'): Promise<Response> => bank.fetch(new Request(bank.address(host, path)));

describe('the traps', () => {
  it('are more than 160, of which many wait for a click', () => {
    expect([TRAPS.length > 160, CLICKS.length > 60, new Set(TRAPS.map(({ address }) => address)).size]).toEqual([true, true, TRAPS.length]);
  });

  it('are served, each with what it loads', async () => {
    const missing: string[] = [];
    const files = new Set<string>();
    for (const { address } of TRAPS) {
      const pages = await Promise.all([get(`/traps/${address}`), get(`/traps/${address}`, 'ib-shinkin.localhost')]);
      const page = pages.find(({ status }) => status === 200);
      if (!page) missing.push(address);
      for (const [, file = ''] of ((await page?.text()) ?? '').matchAll(/(?:src|href)="(\/traps\/[^"]+\.(?:js|css))"/g)) files.add(file);
    }
    for (const file of files) if ((await get(file)).status !== 200) missing.push(file);
    expect(missing).toEqual([]);
    expect(files.size).toBeGreaterThan(3);
  });
});
