// @vitest-environment jsdom
/** What a field says of itself. */
import { describe, expect, it } from 'vitest';
import { declared, type Label, labelsHere, namedLikeCode, ownLabel, referred, withoutPlace } from '../../../lib/autofill/label.ts';
import { openPage } from '../../pages/open.ts';

const CODE = 'ワンタイムパスワード';
const field = (selector = '#here'): HTMLInputElement => document.querySelector<HTMLInputElement>(selector) ?? expect.unreachable();

/** `$` stands for the field with these attributes. */
function labelOf(html: string, attributes = '', isBox = false): Label {
  openPage(html.replace('$', `<input id="here" ${attributes}>`));
  return ownLabel(field(), labelsHere(), isBox);
}
const meaningOf = (html: string, attributes = ''): string => labelOf(html, attributes).meaning;
const hinted = (label: string, placeholder: string): string => meaningOf(`<label for="here">${label}</label>$`, `placeholder="${placeholder}"`);
const declaredBy = (autocomplete: string | null): string => {
  openPage(autocomplete === null ? '<input id="here">' : `<input id="here" autocomplete="${autocomplete}">`);
  return declared(field());
};
const namedBy = (attributes: string): boolean => {
  openPage(`<input ${attributes}>`);
  return namedLikeCode(field('input'));
};

const meaningAround = (more: string): string => meaningOf(`<label>${CODE} $${more}</label>`);
function referredBy(ids: string): string {
  openPage(`<p id="a">甲</p><p id="b">乙<b>丙</b></p><p id="undefined">違う</p><input id="here" aria-labelledby="${ids}">`);
  return referred(field(), 'aria-labelledby');
}

describe('what an attribute refers to', () => {
  it('is read in the order of the names, however they are parted', () => {
    expect([referredBy('a'), referredBy('b a'), referredBy('  a \n  b ')]).toEqual(['甲', '乙丙 甲', '甲 乙丙']);
  });

  it('is nothing where there is nothing', () => {
    expect([referredBy(''), referredBy('gone'), referredBy('gone a')]).toEqual(['', '', '甲']);
    openPage('<input id="here">');
    expect(referred(field(), 'aria-labelledby')).toBe('');
  });

  it('is looked for in the tree of the field', () => {
    openPage('<p id="a">外</p><div></div>');
    const root = document.querySelector('div')?.attachShadow({ mode: 'open' }) ?? expect.unreachable();
    root.innerHTML = '<p id="a">内</p><input aria-labelledby="a">';
    expect(referred(root.querySelector('input') ?? expect.unreachable(), 'aria-labelledby')).toBe('内');
  });

  it('is cut where it is an article', () => {
    openPage(`<p id="a">${'<b>あ</b>'.repeat(3000)}</p><input id="here" aria-labelledby="a">`);
    expect(referred(field(), 'aria-labelledby')).toHaveLength(1001);
  });
});

describe('the labels of a field', () => {
  it('are those that name it and those around it', () => {
    openPage('<label id="l1" for="here">甲</label><label id="l2">乙<input id="here"></label><label id="l3" for="gone">丙</label><label id="l4">丁</label>');
    expect(labelsHere()(field()).map(({ id }) => id)).toEqual(['l1', 'l2']);
  });

  it('are none for a field without one', () => {
    openPage('<label for="other">甲</label><input id="other"><input id="here">');
    expect(labelsHere()(field())).toEqual([]);
  });

  it('are read once for all fields of a tree', () => {
    openPage('<label for="here">甲</label><input id="here">');
    const labelsOf = labelsHere();
    expect(labelsOf(field())).toHaveLength(1);
    openPage('<input id="here">');
    expect(labelsOf(field())).toEqual([]);
    openPage('<label for="here">乙</label><input id="here">');
    expect([labelsOf(field()), labelsHere()(field()).length]).toEqual([[], 1]);
  });
});

describe('what the labels say together', () => {
  it('is what each kind of label says', () => {
    expect(meaningOf(`<label for="here">${CODE}</label>$`)).toBe('code');
    expect(meaningOf('$', `aria-label="${CODE}"`)).toBe('code');
    expect(meaningOf(`<p id="n">${CODE}</p>$`, 'aria-labelledby="n"')).toBe('code');
    expect(meaningOf('$')).toBe('none');
  });

  it('is a refusal, once anything refuses', () => {
    expect(meaningOf(`<label for="here">${CODE}</label>$`, 'aria-label="口座番号"')).toBe('veto');
    expect(meaningOf('<label for="here">口座番号</label>$', `aria-label="${CODE}"`)).toBe('veto');
    expect(hinted(CODE, '口座番号')).toBe('veto');
    expect(hinted('口座番号', CODE)).toBe('veto');
  });

  it('is the strongest of what is said', () => {
    expect(meaningOf(`<label for="here">シリアル番号</label>$`, `aria-label="${CODE}"`)).toBe('serial');
    expect(meaningOf(`<label for="here">品名</label>$`, `aria-label="${CODE}"`)).toBe('code');
    expect(meaningOf('<label for="here">必須</label>$', 'aria-label="認証コード"')).toBe('bare');
  });

  it('is not said by a label that stands around several fields', () => {
    expect(['', '<input type="hidden">', '<input type="checkbox">'].map(meaningAround)).toEqual(['code', 'code', 'code']);
    expect(meaningAround('<input>')).toBe('none');
  });

  it('is said once for all: the words, too', () => {
    expect(labelOf('<label for="here">甲</label><p id="d">戊</p>$', 'aria-label="丙" placeholder="丁" title="題" aria-describedby="d"')).toMatchObject({ text: '甲。丙。丁。題。戊', description: '戊', weak: false });
    expect(labelOf('$').text).toBe('');
  });
});

describe('a sample or a title in the field', () => {
  it('speaks where no label does, and is weak then', () => {
    expect(labelOf('$', 'placeholder="認証コード"')).toMatchObject({ meaning: 'bare', weak: true });
    expect(labelOf('$', 'title="お品"')).toMatchObject({ meaning: 'other', weak: true });
    expect(labelOf('<label for="here">お品</label>$')).toMatchObject({ meaning: 'other', weak: false });
  });

  it('outweighs a weaker label only by what is certain', () => {
    expect(hinted('パスワード', CODE)).toBe('code');
    expect(hinted('お品', CODE)).toBe('code');
    expect(hinted('パスワード', 'お品')).toBe('generic');
  });

  it('makes some code of a password, and of a label that speaks of codes', () => {
    expect(hinted('パスワード', '認証コード')).toBe('bare');
    expect(hinted('検証コードの欄', '認証コード')).toBe('bare');
    expect(hinted('お品', '認証コード')).toBe('other');
    expect(hinted('パスワード', 'パスワード')).toBe('generic');
    expect(hinted('認証コード', 'パスワード')).toBe('bare');
  });

  it.each(['123456', '000 000', '●●●●●●', '******', '――', 'xxxxxx', '０００'])('is none where it only shows how digits look: %s', (sample) => {
    expect(labelOf('$', `placeholder="${sample}"`)).toMatchObject({ meaning: 'none', text: '' });
  });
});

describe('the place of a box', () => {
  it.each(['3桁目', '１文字目', '2番目', '4つ目', 'Digit 3 of 6', 'digit 3', 'character 2', 'Code 1/6', 'box 5', '3 ／ 6'])('%s is no label', (place) => {
    expect(withoutPlace(place).trim()).toBe('');
  });

  it('is taken away in a row of boxes, and refuses for a single field', () => {
    expect(labelOf('<label for="here">3桁目</label>$', '', true).meaning).toBe('none');
    expect(labelOf('<label for="here">3桁目</label>$').meaning).toBe('veto');
    expect(labelOf(`<label for="here">${CODE} 3桁目</label>$`, 'placeholder="Digit 3 of 6"', true)).toMatchObject({ meaning: 'code', text: `${CODE} ` });
  });
});

describe('what a field is declared to be', () => {
  it('is a code, in any company and any case', () => {
    expect(['one-time-code', 'ONE-TIME-CODE', 'section-a one-time-code', 'one-time-code  webauthn', 'tel one-time-code'].map(declaredBy)).toEqual(['code', 'code', 'code', 'code', 'code']);
  });

  it.each(['cc-number', 'cc-csc', 'username', 'email', 'tel', 'tel-national', 'postal-code', 'address-line1', 'street-address', 'name', 'given-name', 'family-name', 'bday', 'organization', 'country', 'transaction-amount', 'url', 'section-a tel', 'shipping  postal-code'])(
    'is something else with %s',
    (autocomplete) => expect(declaredBy(autocomplete)).toBe('other'),
  );

  it('is nothing with any other word', () => {
    expect([null, '', 'off', 'on', 'current-password', 'new-password', 'nickname', 'username2', 'honorific-name'].map(declaredBy)).toEqual(Array.from({ length: 9 }, () => 'none'));
  });
});

describe('a programmer’s name', () => {
  it.each(['otp', 'OTP', 'totp', 'user_otp', 'otp-code', 'otp1', 'loginOtp', 'loginOtp2', 'userTotp', 'loginMfa', 'onetime_code', 'oneTimePassword', 'one-time-pin', 'one_time_code', 'onetimetoken', 'tokencode', 'token_code', 'two_factor_code', 'twoFactorCode', 'two-factor', '2fa', '2fa_code', 'mfa_code'])(
    'is one of a code: %s',
    (name) => expect([namedBy(`name="${name}"`), namedBy(`id="${name}"`), namedBy(`name="x" id="${name}"`)]).toEqual([true, true, true]),
  );

  it.each(['laptop', 'option', 'potpourri', 'footprint', 'loginOtpurge', 'code', 'token', 'one', 'time', 'alpha2fabric', 'amfam', 'onetimeuser', 'factor'])('is none: %s', (name) => expect(namedBy(`name="${name}"`)).toBe(false));

  it('is none where there is no name', () => expect(namedBy('')).toBe(false));
});
