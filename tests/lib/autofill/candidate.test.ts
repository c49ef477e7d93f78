// @vitest-environment jsdom
/** One field that might want a code: what speaks for it, and how sure that is. */
import { describe, expect, it } from 'vitest';
import { candidate, isWanted, judged } from '../../../lib/autofill/candidate.ts';
import { labelsHere } from '../../../lib/autofill/label.ts';
import { openPage } from '../../pages/open.ts';

const CODE = 'ワンタイムパスワード';
const field = (): HTMLInputElement => document.querySelector<HTMLInputElement>('#here') ?? expect.unreachable();

/** `$` stands for the field. Its label, and the tier of trust it gets as the only field (`lone`), beside an ID (`identity`) or beside others. */
function seen(html: string, attributes = 'maxlength="6"', beside: 'lone' | 'identity' | 'others' = 'lone') {
  openPage(html.replace('$', `<input id="here" ${attributes}>`));
  const one = candidate([field()], labelsHere());
  if (!one) return null;
  const verdict = isWanted(one) ? judged(one, { lone: beside === 'lone', withIdentity: beside === 'identity', isAmong: beside !== 'lone' }) : null;
  return { label: one.label, tier: verdict?.tier ?? null, confidence: verdict?.confidence ?? null };
}
const tierOf = (html: string, attributes?: string, beside?: 'lone' | 'identity' | 'others'): number | null => seen(html, attributes, beside)?.tier ?? null;
const labelled = (label: string, attributes?: string): number | null => tierOf(`<label for="here">${label}</label>$`, attributes);
const wantedWith = (label: string, attributes: string): boolean => {
  openPage(`<label for="here">${label}</label><input id="here" ${attributes}>`);
  const one = candidate([field()], labelsHere());
  return one !== null && isWanted(one);
};

/** The field in a row under these words. */
const row = (words: string, label = ''): string => `<table><tr><th>${words}</th><td>$</td></tr></table>${label}`;
const linked = (heading: string, label: string): number | null => tierOf(`<h1>お手続き</h1><h2>${heading}</h2><label for="here">${label}</label>$`);

describe('a candidate', () => {
  it('is no field of a search, and none where there is no field', () => {
    expect(seen('<div role="search">$</div>')).toBeNull();
    expect(candidate([], labelsHere())).toBeNull();
  });

  it('is a field of text, a telephone, a password or a number', () => {
    const types = ['text', 'tel', 'password', 'number', 'email', 'url', 'date', 'datetime-local'];
    expect(types.filter((type) => wantedWith(CODE, `type="${type}"`))).toEqual(['text', 'tel', 'password', 'number']);
  });

  it('is what its label says, or else its row', () => {
    expect(seen(row(CODE))?.label).toBe('code');
    expect(seen(row('口座番号', `<label for="here">${CODE}</label>`))?.label).toBe('code');
    expect(seen(row(CODE, '<label for="here">パスワード</label>'))?.label).toBe('code');
    expect(seen(row('口座番号', '<label for="here">パスワード</label>'))?.label).toBe('veto');
    expect(seen(row('お品', '<label for="here">パスワード</label>'))?.label).toBe('generic');
    expect(seen(row('お品', '<label for="here">必須</label>'))?.label).toBe('other');
    expect(seen(row('パスワード', '<label for="here">必須</label>'))?.label).toBe('generic');
    expect(seen(row(CODE, '<label for="here">お品</label>'))?.label).toBe('other');
  });

  it('with a sample that nobody knows is what its row says, where that speaks of a token', () => {
    expect(seen(row(CODE), 'placeholder="みほん"')?.label).toBe('code');
    expect(seen(row('パスワード'), 'placeholder="みほん"')?.label).toBe('other');
    expect(seen(row('パスワード'), 'placeholder="みほん" maxlength="6"')?.label).toBe('generic');
    expect(seen(row('認証コード'), 'placeholder="認証コード"')?.label).toBe('bare');
    expect(seen(`<p>次に、表示された認証コードを入力してください。</p>$`, 'placeholder="認証コード"')?.label).toBe('bare');
    expect(seen(`<p>商品の色をお選びのうえ、次へお進みください。</p>$`, 'placeholder="認証コード"')?.label).toBe('other');
    expect(seen(row('お品'), 'placeholder="認証コード"')?.label).toBe('other');
  });

  it('that is declared something else is one only where its label names a code or a serial number', () => {
    expect([CODE, 'シリアル番号', 'パスワード', '認証コード', '必須'].map((label) => wantedWith(label, 'autocomplete="tel" maxlength="12"'))).toEqual([true, true, false, false, false]);
  });

  it('of an unknown name is one only where it is declared a code, is no password, and speaks of a code or has the room of one', () => {
    const one = 'autocomplete="one-time-code"';
    expect([wantedWith('お品', 'maxlength="6"'), wantedWith('お品', `${one} maxlength="6"`), wantedWith('お品', `${one} maxlength="6" type="password"`)]).toEqual([false, true, false]);
    expect([wantedWith('お品', one), wantedWith('お品のコードの欄', one), wantedWith('お品', `${one} type="tel"`), wantedWith('お品', `${one} inputmode="numeric"`)]).toEqual([false, true, true, true]);
    expect([12, 13].map((most) => wantedWith('お品', `${one} maxlength="${most}"`))).toEqual([true, false]);
  });
});

describe('the room of a field', () => {
  it('holds six digits, and is not for running text', () => {
    expect([0, 5, 6, 255, 256].map((most) => labelled(CODE, `maxlength="${most}"`))).toEqual([null, null, 2, 2, null]);
    expect(labelled(CODE, '')).toBe(2);
  });

  it('of a number goes up to a hundred thousand at least', () => {
    expect(['99999', '100000', '999999'].map((max) => labelled(CODE, `type="number" max="${max}"`))).toEqual([null, 2, 2]);
    expect(labelled(CODE, 'type="text" max="5"')).toBe(2);
  });

  it.each([['[0-9]{6}', 2], ['\\d{6,8}', 2], ['[0-9]{8}', 2], ['[0-9]{7}', 2], ['\\d{3} \\d{3}', 2], ['\\d{3}-\\d{3}', 2], ['[0-9]{4}', null], ['[A-Z]{6}', null], ['[0-9', 2], [`[0-9]{4}|${'a'.repeat(200)}`, 2]] as const)('by its pattern %s', (pattern, tier) => {
    expect(labelled(CODE, `pattern="${pattern}"`)).toBe(tier);
  });
});

describe('how far a field is trusted', () => {
  it('is most where label and declaration agree, then where either speaks', () => {
    expect(labelled(CODE, 'autocomplete="one-time-code"')).toBe(1);
    expect(labelled(CODE)).toBe(2);
    expect(tierOf('$', 'autocomplete="one-time-code"')).toBe(1);
  });

  it('is nothing for a password beside an ID, even if declared', () => {
    const password = '<label for="here">パスワード</label>$';
    expect(tierOf(password, 'autocomplete="one-time-code"', 'identity')).toBeNull();
    expect(tierOf(password, 'autocomplete="one-time-code"')).toBe(1);
    expect(tierOf(`<h2>${CODE}の入力</h2>${password}`, 'maxlength="6"', 'identity')).toBeNull();
    expect(tierOf(`<h2>${CODE}の入力</h2>${password}`)).toBe(4);
    expect(tierOf('<label for="here">必須</label>$', 'autocomplete="one-time-code"', 'identity')).toBe(1);
  });

  it('is something for some code beside an ID, where an app is named', () => {
    expect(tierOf('<p>認証アプリをご用意ください。</p><label for="here">認証コード</label>$', 'maxlength="6"', 'identity')).toBe(3);
    expect(tierOf('<label for="here">認証コード</label>$', 'maxlength="6"', 'identity')).toBeNull();
  });

  it('follows the headings, the nearest first, and what asks near the field', () => {
    expect(tierOf(`<h1>取引パスワード</h1><h2>${CODE}の入力</h2>$`)).toBe(4);
    expect(tierOf(`<h1>${CODE}の入力</h1><h2>取引パスワードの入力</h2>$`)).toBeNull();
    expect(tierOf(`<p>トークンに表示された数字を入力してください。</p><p>お気をつけください。</p><label for="here">パスワード</label>$`)).toBe(4);
    expect(tierOf('<p>お気をつけください。</p><label for="here">パスワード</label>$')).toBeNull();
  });

  it('is nothing under a caption of another secret, however the page speaks of codes above it', () => {
    const between = (caption: string): number | null => tierOf(`<p>トークンに表示された数字を入力してください。</p><p>${caption}</p><label for="here">パスワード</label>$`);
    expect(between('取引パスワードの入力')).toBeNull();
    expect(between(`　${'あ'.repeat(13)}取引パスワード　`)).toBeNull();
    expect(between(`${'あ'.repeat(14)}取引パスワード`)).toBe(4);
    expect(between('お気をつけください')).toBe(4);
    expect(tierOf('<p>取引パスワードの入力</p><p>トークンに表示された数字を入力してください。</p><label for="here">パスワード</label>$')).toBe(4);
  });

  it('is nothing because of a menu’s link', () => {
    expect(tierOf(`<p><a href="#">${CODE}</a></p><label for="here">パスワード</label>$`)).toBeNull();
    expect(tierOf(`<p><a href="#">${CODE}</a>を入力してください。</p><label for="here">パスワード</label>$`)).toBe(4);
  });

  it('asks of a field without a label the shape of a code, unless the page asks for one', () => {
    const under = (heading: string, attributes: string): number | null => tierOf(`<h2>${heading}</h2>$`, attributes);
    expect([under(CODE, ''), under(CODE, 'maxlength="6"'), under(CODE, 'type="tel"'), under(CODE, 'inputmode="numeric"'), under(CODE, 'maxlength="13"')]).toEqual([null, 4, 4, 4, null]);
    expect([under(`${CODE}の入力`, ''), under('TOTP (Authenticator app)', ''), under('Authenticator app', '')]).toEqual([4, 4, null]);
    expect(tierOf(`<h2>${CODE}の入力</h2>$`, '', 'others')).toBeNull();
    expect(tierOf(`<h2>${CODE}の入力</h2>$<button>検索</button>`)).toBeNull();
    expect(tierOf(`<h2>${CODE}の入力</h2><label for="here">パスワード</label>$<button>検索</button>`)).toBeNull();
    expect(tierOf(`<h2>${CODE}の入力</h2><label for="here">パスワード</label>$<button>登録</button>`)).toBe(4);
  });

  it('is what the platform’s screen or the sentence after it gives', () => {
    expect([tierOf('<p>画面ID BLI023</p><p>お気をつけください。</p><label for="here">パスワード</label>$'), tierOf('<p>画面ID BLI023</p><p>お気をつけください。</p><label for="here">パスワード</label>$', 'maxlength="6"', 'others')]).toEqual([5, null]);
    const after = '<p>ご注意</p><p>トークンに表示された数字です。</p>';
    expect(seen(`<label for="here">認証コード</label>$${after}`)).toMatchObject({ confidence: 'offer' });
    expect(seen(`<div><label for="here">パスワード</label>$</div>${after}`)).toMatchObject({ tier: 8, confidence: 'ask' });
    expect(tierOf(`<div><label for="here">パスワード</label>$</div>${after}`, 'maxlength="6"', 'others')).toBeNull();
  });

  it('asks first, where only two steps or a programmer’s name speak', () => {
    expect(seen('<h2>二要素認証</h2><label for="here">コード</label>$')).toEqual({ label: 'bare', tier: 7, confidence: 'ask' });
    expect(seen('<label for="here">コード</label>$', 'name="otp"')).toMatchObject({ tier: 7, confidence: 'ask' });
    expect(seen('$', 'name="otp" maxlength="6"')).toMatchObject({ tier: 7, confidence: 'ask' });
    expect([tierOf('$', 'name="otp" maxlength="6"', 'others'), tierOf('<label for="here">コード</label>$')]).toEqual([null, null]);
    expect([tierOf('<label for="here">パスワード</label>$', 'name="otp" maxlength="6"'), tierOf('$', 'name="x" maxlength="6"')]).toEqual([null, null]);
  });

  it('follows the page’s title, where there is no heading', () => {
    const title = `<title>${CODE}の入力</title>`;
    expect(seen(`${title}<label for="here">パスワード</label>$`)).toMatchObject({ tier: 8, confidence: 'ask' });
    expect(tierOf(`${title}<h2>お手続き</h2><label for="here">パスワード</label>$`)).toBeNull();
    expect(tierOf('<title>お手続き</title><label for="here">パスワード</label>$')).toBeNull();
    expect(tierOf(`${title}<label for="here">パスワード</label>$`, 'maxlength="6"', 'others')).toBeNull();
  });

  it('is asked about, where the code may come another way, too', () => {
    expect(seen('<label for="here">SMSまたはトークンに表示された認証コード</label>$')).toMatchObject({ label: 'mixed', confidence: 'ask' });
    expect(seen(`<p>認証アプリのコード、またはSMSで届いたコードを入力してください。</p><label for="here">${CODE}</label>$`)).toMatchObject({ confidence: 'ask' });
    expect(tierOf(`<p>SMSで認証コードを送信しました。</p><label for="here">${CODE}</label>$`)).toBeNull();
  });

  it('is nothing for another bank’s code, on a page that links accounts', () => {
    expect([linked('他金融機関の口座の連携', `みほん銀行の${CODE}`), linked('他金融機関の口座の連携', CODE), linked('他行あて振込', `みほん銀行の${CODE}`)]).toEqual([null, 2, 2]);
  });
});
