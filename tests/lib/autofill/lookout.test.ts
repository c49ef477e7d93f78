// @vitest-environment jsdom
/** What the background is told of a page. */
import { beforeEach, describe, expect, it } from 'vitest';
import { lookout, quietly, type Lookout } from '../../../lib/autofill/lookout.ts';
import { client } from '../../../lib/messages/client.ts';
import type { Offer, PageRequests } from '../../../lib/messages/protocol.ts';
import { openPage } from '../../pages/open.ts';

const CODE = '<form><table><tr><th>ワンタイムパスワード</th><td><input id="c" maxlength="6"></td></tr></table></form>';
const REGISTRATION = `<h1>ワンタイムパスワード利用開始</h1><form><table><tr><th>シリアル番号</th><td><input maxlength="12"></td></tr>
  <tr><th>ワンタイムパスワード</th><td><input maxlength="6"></td></tr></table></form>`;
const EXCHANGED = '<p>ワンタイムパスワードの交換が完了しました。</p><p>シリアル番号：SKTS00012345</p>';

let asked: { name: string; ask: unknown }[];
let seen: string[][];
let offers: number;
let kind: Offer['kind'];
let isCut: boolean;
let look: Lookout;

async function send(message: unknown): Promise<unknown> {
  asked.push({ name: Reflect.get(Object(message), 'name'), ask: Reflect.get(Object(message), 'ask') });
  if (isCut) throw new Error('Extension context invalidated.');
  return { ok: true, answer: { kind } };
}

/** What was asked by `act`, once it is answered. */
async function askedBy(act: () => void): Promise<{ name: string; ask: unknown }[]> {
  asked = [];
  act();
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  return asked;
}

beforeEach(() => {
  [asked, seen, offers, kind, isCut] = [[], [], 0, 'none', false];
  openPage('<main></main>');
  look = lookout(document, client<PageRequests>(send), {
    seen: (findings) => seen.push(findings.map(({ element }) => element.id)),
    offered: () => offers++,
  });
});

const arrived = (...roles: string[]): object => ({ name: 'arrive', ask: { roles, acted: false } });

describe('before its first look', () => {
  it('a page has nothing, and nobody was told of it', () => {
    expect([look.findings(), look.roles(), asked, seen]).toEqual([[], [], [], []]);
  });
});

describe('the background is told', () => {
  it('what a page wants, once, as long as that stays the same', async () => {
    openPage(CODE);
    expect(await askedBy(look.scan)).toEqual([arrived('current')]);
    expect(await askedBy(look.scan)).toEqual([]);
    openPage(REGISTRATION);
    expect(await askedBy(look.scan)).toEqual([arrived('serial', 'current')]);
    openPage('<p>残高</p>');
    expect(await askedBy(look.scan)).toEqual([arrived()]);
  });

  it('not when the same fields only stand in another order', async () => {
    openPage(REGISTRATION);
    look.scan();
    openPage(REGISTRATION);
    const [serial, code] = document.querySelectorAll('tr');
    serial?.before(code ?? expect.unreachable());
    expect(await askedBy(look.scan)).toEqual([]);
    expect(look.roles()).toEqual(['current', 'serial']);
  });

  it('nothing of a page that wants nothing', async () => {
    expect(await askedBy(look.scan)).toEqual([]);
  });

  it('again when the document came back: it was forgotten there', async () => {
    openPage(CODE);
    look.scan();
    expect(await askedBy(look.returned)).toEqual([arrived('current')]);
    openPage('<p>残高</p>');
    expect(await askedBy(look.returned)).toEqual([]);
  });
});

describe('what a page wants', () => {
  it('is said once for each role, and looked for anew where it is asked for so', () => {
    openPage(CODE + CODE.replace('"c"', '"d"'));
    expect([look.roles(), look.afresh(), look.roles()]).toEqual([[], ['current'], ['current']]);
    expect(look.findings().map(({ element }) => element.id)).toEqual(['c', 'd']);
  });

  it('is shown after each look to whoever follows it', () => {
    look.scan();
    openPage(CODE);
    look.scan();
    expect(seen).toEqual([[], ['c']]);
  });
});

describe('an offer', () => {
  it.each([
    ['none', 0],
    ['in-page', 1],
    ['window', 1],
  ] as const)('of the kind %s is prepared for %i times', async (answer, times) => {
    kind = answer;
    openPage(CODE);
    await askedBy(look.scan);
    expect(offers).toBe(times);
  });
});

describe('a completion page', () => {
  const completed = { name: 'completed', ask: { errand: 'exchange', number: '', time: '', serial: 'SKTS00012345' } };

  it('is told of once, as it is read', async () => {
    openPage(EXCHANGED);
    expect(await askedBy(look.scan)).toEqual([completed]);
    expect(await askedBy(look.scan)).toEqual([]);
    expect(await askedBy(look.returned)).toEqual([]);
  });

  it('is told of when it came after the first look', async () => {
    look.scan();
    openPage(EXCHANGED);
    expect(await askedBy(look.scan)).toEqual([completed]);
  });
});

describe('an extension that was updated', () => {
  it('falls silent in the pages it was in', async () => {
    isCut = true;
    openPage(CODE + EXCHANGED);
    expect((await askedBy(look.scan)).map(({ name }) => name)).toEqual(['arrive', 'completed']);
    expect(offers).toBe(0);
    expect(quietly(Promise.reject(new Error('no')))).toBeUndefined();
  });
});
