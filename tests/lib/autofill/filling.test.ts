// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { Taken } from '../../../lib/messages/protocol.ts';
import { bank, field, GIVEN, LOGIN, REGISTRATION } from './filling-bank.ts';

describe('one gesture', () => {
  it('fills serial and code of a registration page, and nothing else', async () => {
    const { filling, takes } = bank(REGISTRATION, [GIVEN]);
    expect(await filling.fill('t', null)).toEqual({ kind: 'filled', roles: ['serial', 'current'] });
    expect([field('s').value, field('c').value, field('k').value, field('r').checked]).toEqual(['SKTS00012345', '123456', '', false]);
    expect(takes()[0]?.ask).toEqual({ tokenId: 't', roles: ['current', 'serial'], field: 'd-1', room: { boxes: 1, most: 6 } });
  });

  it('never submits', async () => {
    const { filling } = bank(LOGIN, [GIVEN]);
    let sent = 0;
    document.addEventListener('submit', () => sent++);
    await filling.fill('t', null);
    expect(sent).toBe(0);
  });

  it('asks for nothing when the field cannot take a code', async () => {
    const { filling, asked, said } = bank(LOGIN.replace('maxlength="6"', 'readonly'), [GIVEN]);
    await expect(filling.fill('t', null)).rejects.toThrow('field-read-only');
    expect([asked, said]).toEqual([[], ['field-read-only']]);
  });

  it('is refused on a page without a field', async () => {
    const { filling } = bank('<p>ようこそ</p>', []);
    await expect(filling.fill('t', null)).rejects.toThrow('page-without-field');
  });

  it('opens the way to unlock when the vault is locked', async () => {
    const { filling, asked } = bank(LOGIN, ['locked']);
    expect(await filling.fill('t', null)).toEqual({ kind: 'unlock-first' });
    expect(asked.map(({ name }) => name)).toEqual(['take', 'askOutside']);
  });

  it('fills the field the user acted on where old and new stand together', async () => {
    const both = `<h1>トークン交換</h1><form><p>旧トークンのワンタイムパスワード</p><input id="o"><p>新シリアル番号</p><input id="s"><p>新ワンタイムパスワード</p><input id="n"></form>`;
    const { filling, takes } = bank(both, [GIVEN, GIVEN]);
    await filling.fill('old', field('o'));
    expect([field('o').value, field('s').value, field('n').value]).toEqual(['123456', '', '']);
    await filling.fill('new', null);
    expect([field('s').value, field('n').value]).toEqual(['SKTS00012345', '123456']);
    expect(takes().map(({ ask }) => ask['roles'])).toEqual([['old'], ['new', 'serial']]);
  });

  it('writes nothing where the background refuses', async () => {
    const { filling, said } = bank(LOGIN, ['page-other-institution']);
    await expect(filling.fill('t', null)).rejects.toThrow('page-other-institution');
    expect([field('c').value, said]).toEqual(['', ['page-other-institution']]);
  });
});

describe('an armed fill', () => {
  const WAIT: Taken = { kind: 'wait', milliseconds: 7000 };

  it('happens at the rollover', async () => {
    const { filling, turn, said } = bank(LOGIN, [WAIT, GIVEN]);
    expect(await filling.fill('t', null)).toEqual({ kind: 'armed', seconds: 7 });
    await turn(6900);
    expect(field('c').value).toBe('');
    await turn(200);
    expect(field('c').value).toBe('123456');
    // Taken away before the field is looked at: the notice may stand over it.
    expect(said).toEqual(['armed 7', 'done', 'done']);
  });

  it('waits once for each gesture', async () => {
    const { filling, turn, said } = bank(LOGIN, [WAIT, WAIT, GIVEN]);
    await filling.fill('t', null);
    await turn(7100);
    await turn(60_000);
    expect([field('c').value, said.at(-1)]).toEqual(['', 'code-spent']);
  });

  it('waits on where the clock went back a little meanwhile', async () => {
    const { filling, turn, said } = bank(LOGIN, [WAIT, { kind: 'wait', milliseconds: 400 }, GIVEN]);
    await filling.fill('t', null);
    await turn(7100);
    expect([field('c').value, said.at(-1)]).toEqual(['', 'armed 1']);
    await turn(500);
    expect(field('c').value).toBe('123456');
  });

  it('does not happen when the field was replaced', async () => {
    const { filling, turn, takes } = bank(LOGIN, [WAIT, GIVEN]);
    await filling.fill('t', null);
    field('c').replaceWith(field('c').cloneNode());
    await turn(7100);
    expect([field('c').value, takes().length]).toEqual(['', 1]);
  });

  it('does not happen when the user began to type', async () => {
    const { filling, turn, takes } = bank(LOGIN, [WAIT, GIVEN]);
    await filling.fill('t', null);
    field('c').value = '9';
    await turn(7100);
    expect([field('c').value, takes().length]).toEqual(['9', 1]);
  });

  it('is replaced by the next gesture', async () => {
    const { filling, turn, takes } = bank(LOGIN, [WAIT, GIVEN]);
    await filling.fill('t', null);
    await filling.fill('t', null);
    await turn(60_000);
    expect(takes().length).toBe(2);
  });

  it('is the last gesture’s alone when two came at once, and can be taken back', async () => {
    const { filling, turn, takes, said, waiting, cancel } = bank(LOGIN, [WAIT, WAIT, GIVEN, GIVEN]);
    const [first, second] = await Promise.allSettled([filling.fill('t', null), filling.fill('t', null)]);
    expect(first).toMatchObject({ status: 'rejected', reason: { reason: 'code-spent' } });
    expect(second).toEqual({ status: 'fulfilled', value: { kind: 'armed', seconds: 7 } });
    expect([waiting(), said]).toEqual([1, ['armed 7']]);
    cancel();
    await turn(60_000);
    expect([waiting(), takes().length, field('c').value]).toEqual([0, 2, '']);
  });

  it('does not begin once the document was left', async () => {
    const { filling, waiting, said } = bank(LOGIN, [WAIT]);
    const fill = filling.fill('t', null);
    filling.leave();
    await expect(fill).rejects.toThrow('code-spent');
    expect([waiting(), said]).toEqual([0, []]);
  });

  it('ends when the document is left', async () => {
    const { filling, turn, waiting } = bank(LOGIN, [WAIT, GIVEN]);
    await filling.fill('t', null);
    filling.leave();
    await turn(60_000);
    expect([waiting(), field('c').value]).toEqual([0, '']);
  });
});

describe('a code that runs out in the field', () => {
  it('is taken out, with a notice', async () => {
    const { filling, turn, said } = bank(LOGIN, [GIVEN]);
    await filling.fill('t', null);
    await turn(20_000);
    expect([field('c').value, said]).toEqual(['', ['done', 'expired']]);
  });

  it('stays when the user changed it', async () => {
    const { filling, turn } = bank(LOGIN, [GIVEN]);
    await filling.fill('t', null);
    field('c').value = '654321';
    await turn(20_000);
    expect(field('c').value).toBe('654321');
  });

  it('stays when its form was sent', async () => {
    const { filling, turn } = bank(LOGIN, [GIVEN]);
    await filling.fill('t', null);
    filling.sent(field('c').form);
    await turn(20_000);
    expect(field('c').value).toBe('123456');
  });
});

describe('codes in a row', () => {
  const SYNC = `<h1>トークンの時刻合わせ</h1><form><p>続けて2回、ワンタイムパスワードを入力してください。</p><table><tr><th>ワンタイムパスワード（1回目）</th><td><input id="c" maxlength="6"></td></tr>
    <tr><th>ワンタイムパスワード（2回目）</th><td><input id="n" maxlength="6"></td></tr></table></form>`;

  it('take a gesture each, and the first stays while the second is awaited', async () => {
    const { filling, turn, takes, said } = bank(SYNC, [GIVEN, { kind: 'wait', milliseconds: 20_000 }, { ...GIVEN, digits: '654321' }]);
    await filling.fill('t', null);
    expect([field('c').value, field('n').value]).toEqual(['123456', '']);
    expect(await filling.fill('t', null)).toEqual({ kind: 'armed', seconds: 20 });
    await turn(20_100);
    expect([field('c').value, field('n').value]).toEqual(['123456', '654321']);
    await turn(90_000);
    expect([field('c').value, field('n').value, said.includes('expired')]).toEqual(['123456', '654321', false]);
    expect(takes().map(({ ask }) => ask['field'])).toEqual(['d-1', 'd-2', 'd-2']);
  });

  it('the second is not filled where the first is emptied meanwhile', async () => {
    const { filling, turn, said } = bank(SYNC, [GIVEN, { kind: 'wait', milliseconds: 20_000 }, GIVEN]);
    await filling.fill('t', null);
    await filling.fill('t', null);
    field('c').value = '';
    await turn(20_100);
    expect([field('c').value, field('n').value, said.at(-1)]).toEqual(['', '', 'page-changed']);
  });
});

describe('the name of a field', () => {
  it('stays the same until its form is sent', async () => {
    const { filling, takes } = bank(LOGIN, [GIVEN, GIVEN, GIVEN]);
    await filling.fill('t', null);
    await filling.fill('t', null);
    filling.sent(field('c').form);
    await filling.fill('t', null);
    expect(takes().map(({ ask }) => ask['field'])).toEqual(['d-1', 'd-1', 'd-2']);
  });
});
