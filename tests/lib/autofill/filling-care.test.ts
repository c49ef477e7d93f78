// @vitest-environment jsdom
/** What a fill asks for before it spends a code, when it waits, and when a code in a field is no longer ours. */
import { describe, expect, it } from 'vitest';
import type { Taken } from '../../../lib/messages/protocol.ts';
import { bank, field, GIVEN, LOGIN, REGISTRATION } from './filling-bank.ts';

const wait = (milliseconds: number): Taken => ({ kind: 'wait', milliseconds });
const ROW = `<form><table><tr><th>ワンタイムパスワード</th><td>${'<input class="b" maxlength="1" size="1">'.repeat(6)}</td></tr></table></form>`;
const ONLY_SERIAL = '<h1>ワンタイムパスワード利用開始</h1><form><table><tr><th>シリアル番号</th><td><input id="s" maxlength="12"></td></tr></table></form>';

async function roomOn(html: string): Promise<unknown> {
  const { filling, takes } = bank(html, [GIVEN]);
  await filling.fill('t', null).catch(() => undefined);
  return takes()[0]?.ask['room'];
}

describe('before a code is asked for', () => {
  it('the room that there is for it is told', async () => {
    expect(await roomOn(LOGIN)).toEqual({ boxes: 1, most: 6 });
    expect(await roomOn(LOGIN.replace(' maxlength="6"', ''))).toEqual({ boxes: 1, most: null });
    expect(await roomOn(ROW)).toEqual({ boxes: 6, most: null });
    expect(await roomOn(ONLY_SERIAL)).toEqual({ boxes: 0, most: null });
  });

  it.each([
    ['a serial field that is read-only', REGISTRATION.replace('id="s"', 'id="s" readonly'), 'field-read-only'],
    ['a serial field that is too short', REGISTRATION.replace('maxlength="12"', 'maxlength="11"'), 'field-unusable'],
    ['a code field that is too short', LOGIN.replace('maxlength="6"', 'maxlength="5"'), 'page-without-field'],
    ['a box that is read-only', ROW.replace('maxlength="1"', 'maxlength="1" readonly'), 'field-read-only'],
  ])('%s is refused', async (_, html, reason) => {
    const { filling, asked } = bank(html, [GIVEN]);
    await expect(filling.fill('t', null)).rejects.toThrow(reason);
    expect(asked).toEqual([]);
  });

  it('a serial that stands there already is left as it is', async () => {
    const { filling } = bank(REGISTRATION.replace('id="s"', 'id="s" readonly value="SKTS00012345"'), [GIVEN]);
    expect(await filling.fill('t', null)).toEqual({ kind: 'filled', roles: ['serial', 'current'] });
    expect([field('s').value, field('c').value]).toEqual(['SKTS00012345', '123456']);
  });

  it('another serial that stands there is replaced', async () => {
    const { filling } = bank(REGISTRATION.replace('id="s"', 'id="s" value="SKTS99999999"'), [GIVEN]);
    await filling.fill('t', null);
    expect(field('s').value).toBe('SKTS00012345');
  });
});

describe('while the background is asked', () => {
  it('a page that takes the room away gets nothing', async () => {
    const { filling, said } = bank(LOGIN, [GIVEN]);
    const filled = filling.fill('t', null);
    field('c').disabled = true;
    await expect(filled).rejects.toThrow('field-unusable');
    expect([field('c').value, said]).toEqual(['', ['field-unusable']]);
  });

  it('a field that becomes read-only gets nothing, and the serial beside it neither', async () => {
    const { filling } = bank(REGISTRATION, [GIVEN]);
    const filled = filling.fill('t', null);
    field('c').readOnly = true;
    await expect(filled).rejects.toThrow('field-read-only');
    expect([field('s').value, field('c').value]).toEqual(['', '']);
  });

  it.each<[string, string, object, string[]]>([
    ['no serial', REGISTRATION, { serial: null }, ['current']],
    ['no code', REGISTRATION, { digits: null }, ['serial']],
    ['a code that nobody asked for', ONLY_SERIAL, {}, ['serial']],
  ])('%s may come: the rest is filled', async (_, html, over, roles) => {
    const { filling } = bank(html, [{ ...GIVEN, ...over }]);
    expect(await filling.fill('t', null)).toEqual({ kind: 'filled', roles });
    const filled = [...document.querySelectorAll('input')].filter(({ type, value }) => type !== 'radio' && value !== '');
    expect(filled.map(({ id }) => id)).toEqual(roles.map((role) => (role === 'serial' ? 's' : 'c')));
  });

  it('a field that goes away hears no refusal', async () => {
    const { filling, said } = bank(LOGIN, ['page-other-institution']);
    const filled = filling.fill('t', null);
    field('c').remove();
    await expect(filled).rejects.toThrow('page-other-institution');
    expect(said).toEqual([]);
  });

  it('a locked vault is told of the token and the fields, any other refusal is only passed on', async () => {
    const locked = bank(LOGIN, ['locked']);
    await locked.filling.fill('t', null);
    expect(locked.asked[1]).toEqual({ name: 'askOutside', ask: { roles: ['current'], tokenId: 't' } });
    const other = bank(LOGIN, ['code-spent']);
    await expect(other.filling.fill('t', null)).rejects.toThrow('code-spent');
    expect(other.asked.map(({ name }) => name)).toEqual(['take']);
  });
});

describe('a fill that waits', () => {
  it('does so for a moment longer than told, and says whole seconds', async () => {
    const { filling, turn, takes } = bank(LOGIN, [wait(6001), GIVEN]);
    expect(await filling.fill('t', null)).toEqual({ kind: 'armed', seconds: 7 });
    await turn(6050);
    expect(takes()).toHaveLength(1);
    await turn(1);
    expect(takes()).toHaveLength(2);
  });

  it.each([[2000, 'armed 2'], [2001, 'code-spent']] as const)('waits again for %i ms: %s', async (again, said) => {
    const on = bank(LOGIN, [wait(7000), wait(again)]);
    await on.filling.fill('t', null);
    await on.turn(7050);
    expect(on.said.at(-1)).toBe(said);
  });

  it('waits twice at most', async () => {
    const on = bank(LOGIN, [wait(7000), wait(1000), wait(1000)]);
    await on.filling.fill('t', null);
    await on.turn(7050);
    expect(on.said.at(-1)).toBe('armed 1');
    await on.turn(1050);
    expect([on.said.at(-1), on.takes().length]).toEqual(['code-spent', 3]);
    await on.turn(60_000);
    expect(on.takes()).toHaveLength(3);
  });

  it('tells that the page became another one', async () => {
    const { filling, turn, said } = bank(LOGIN, [wait(7000), GIVEN]);
    await filling.fill('t', null);
    const form = field('c').closest('form') ?? expect.unreachable();
    const name = form.querySelector('th') ?? expect.unreachable();
    name.textContent = 'お名前';
    form.insertAdjacentHTML('beforebegin', LOGIN);
    await turn(7050);
    const values = [...document.querySelectorAll('input')].map(({ value }) => value);
    expect([said.at(-1), values]).toEqual(['page-changed', ['', '']]);
  });

  it('is taken back by the end of the script', async () => {
    const { filling, turn, takes, waiting } = bank(LOGIN, [wait(7000), GIVEN]);
    await filling.fill('t', null);
    filling.stop();
    await turn(60_000);
    expect([waiting(), takes().length]).toEqual([0, 1]);
  });
});

describe('a code in a field', () => {
  it('stays ours while another form is sent', async () => {
    const { filling, turn } = bank(LOGIN, [GIVEN]);
    await filling.fill('t', null);
    filling.sent(document.createElement('form'));
    filling.sent(null);
    await turn(20_000);
    expect(field('c').value).toBe('');
  });

  it('is watched once, for the time of the newest', async () => {
    const { filling, turn, waiting } = bank(LOGIN, [GIVEN, { ...GIVEN, digits: '654321', endsIn: 30_000 }]);
    await filling.fill('t', null);
    await turn(10_000);
    await filling.fill('t', null);
    expect(waiting()).toBe(1);
    await turn(29_999);
    expect(field('c').value).toBe('654321');
    await turn(1);
    expect([field('c').value, waiting()]).toEqual(['', 0]);
  });

  it('is watched no more once the script ends', async () => {
    const { filling, turn, waiting } = bank(LOGIN, [GIVEN]);
    await filling.fill('t', null);
    filling.stop();
    expect(waiting()).toBe(0);
    await turn(20_000);
    expect(field('c').value).toBe('123456');
  });

  it('is none where only the serial was asked for', async () => {
    const { filling, waiting } = bank(ONLY_SERIAL, [{ ...GIVEN, digits: null }]);
    expect(await filling.fill('t', null)).toEqual({ kind: 'filled', roles: ['serial'] });
    expect([field('s').value, waiting()]).toEqual(['SKTS00012345', 0]);
  });
});
