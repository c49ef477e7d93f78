/** Two devices and one activation: whatever comes first, one live serial, and only its own device shows its codes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enrolUnion, finishUnion, post, startUnion } from './token-client.ts';
import { EXPIRED, FINISH, issued, live, phone, REFUSED, told } from './union-customer.ts';
import { openWatched, type Watched } from './watched.ts';

let bank: Watched;

beforeAll(async () => {
  bank = await openWatched();
}, 60_000);
afterAll(() => bank.store.close());

const shown = async (serial: string): Promise<number> =>
  (await bank.fetch(new Request(bank.address('mail.localhost', `/phone/token?serial=${serial}`)))).status;

describe('a second device with the right password', { timeout: 60_000 }, () => {
  it('takes the token over three times, each time with one live serial, and not a fourth time', async () => {
    const one = await issued(bank);
    const proofs = [await startUnion(bank, one)];
    const first = await finishUnion(bank, proofs[0] ?? expect.unreachable());
    let last = first;
    for (let time = 0; time < 3; time++) {
      bank.pass(1000);
      proofs.push(await startUnion(bank, one));
      last = await finishUnion(bank, proofs.at(-1) ?? expect.unreachable());
      expect(await live(bank, one)).toEqual([last.serial]);
      expect(bank.events.slice(-2).map(({ kind, serial }) => [kind, serial === last.serial])).toEqual([['supersede', false], ['activate', true]]);
    }
    expect(await bank.tokens(one.customer)).toHaveLength(4);
    expect(await first.status()).toBe('REVOKED');
    await expect(enrolUnion(bank, one)).rejects.toThrow('403');
    expect(bank.events.at(-1)).toMatchObject({ kind: 'activate', outcome: 'refused', reason: 'superseded' });
    // The former ones' retries end; the last one's goes on.
    for (const proof of proofs.slice(0, -1)) expect(await told(await post(bank, FINISH, proof.m3))).toEqual(EXPIRED);
    expect((await finishUnion(bank, proofs.at(-1) ?? expect.unreachable())).serial).toBe(last.serial);
    expect(await live(bank, one)).toEqual([last.serial]);
    expect((await last.acknowledge()).status).toBe(200);
  });

  it('gets nothing once the first has acknowledged', async () => {
    const one = await issued(bank);
    const token = await enrolUnion(bank, one);
    const other = await startUnion(bank, one);
    await token.acknowledge();
    expect(await told(await post(bank, FINISH, other.m3))).toEqual(REFUSED);
    await expect(enrolUnion(bank, one)).rejects.toThrow('403');
    expect(await live(bank, one)).toEqual([token.serial]);
  });

  it('at the same moment as the first leaves one live serial', async () => {
    const one = await issued(bank);
    const proofs = await Promise.all(Array.from({ length: 4 }, () => startUnion(bank, one)));
    const statuses = await Promise.all(proofs.map(async ({ m3 }) => (await post(bank, FINISH, m3)).status));
    expect(statuses).toEqual([200, 200, 200, 200]);
    expect(await bank.tokens(one.customer)).toHaveLength(4);
    expect(await live(bank, one)).toHaveLength(1);
  });

  it('does not get the token of an acknowledgement that comes from a revoked one', async () => {
    const one = await issued(bank);
    const former = await enrolUnion(bank, one);
    const token = await enrolUnion(bank, one);
    expect((await former.acknowledge()).status).toBe(200);
    // The present one's password is still there: it may still be taken over.
    expect((await enrolUnion(bank, one)).serial).not.toBe(token.serial);
    expect(await live(bank, one)).toHaveLength(1);
  });
});

describe('a telephone and a browser', { timeout: 60_000 }, () => {
  it('the telephone first, then the browser: the browser’s token lives, the telephone’s is revoked', async () => {
    const one = await issued(bank);
    const onPhone = await phone(bank, one);
    const token = await enrolUnion(bank, one);
    expect(await live(bank, one)).toEqual([token.serial]);
    expect(await bank.tokens(one.customer)).toContainEqual({ serial: onPhone?.serial, state: 'REVOKED' });
    expect(await shown(token.serial)).toBe(404);
  });

  it('the browser first, then the telephone: the telephone gets a token of its own and never shows the browser’s', async () => {
    const one = await issued(bank);
    const token = await enrolUnion(bank, one);
    const onPhone = await phone(bank, one);
    expect(onPhone?.serial).not.toBe(token.serial);
    expect(await live(bank, one)).toEqual([onPhone?.serial]);
    expect([await shown(token.serial), await shown(onPhone?.serial ?? '')]).toEqual([404, 200]);
    expect(await phone(bank, one)).toEqual(onPhone);
  });

  it('the browser that has acknowledged keeps its token', async () => {
    const one = await issued(bank);
    const token = await enrolUnion(bank, one);
    await token.acknowledge();
    expect(await phone(bank, one)).toBeNull();
    expect([await live(bank, one), await shown(token.serial)]).toEqual([[token.serial], 404]);
  });

  it('change places three times at most', async () => {
    const one = await issued(bank);
    await phone(bank, one);
    await enrolUnion(bank, one);
    const third = await phone(bank, one);
    const last = await enrolUnion(bank, one);
    expect(third).not.toBeNull();
    expect(await phone(bank, one)).toBeNull();
    expect(await live(bank, one)).toEqual([last.serial]);
  });
});
