/** What a label, a sentence or a heading means, one at a time. */
import { describe, expect, it } from 'vitest';
import { explains, headingMeaning, meaning, normalise, secretName } from '../../../lib/autofill/words.ts';
import { LINK, LONGEST } from '../../../lib/autofill/text.ts';

describe('one form for all writings', () => {
  it.each([
    ['パスコ‐ド', 'パスコード'], ['ａｂｃ　ＤＥＦ', 'abc def'], ['認 証 コ ー ド', '認証コード'], ['認証用アプリ', '認証アプリ'], ['認証用アプリケーション', '認証アプリ'],
    ['認証アプリケーション', '認証アプリ'], ['オーセンティケータ', '認証アプリ'], ['オーセンティケーターアプリ', '認証アプリ'], ['6ケタ', '6桁'], ['〔a〕《b》', '(a)(b)'],
    ['it’s', "it's"], ['(1) コード', 'コード'], ['①コード', 'コード'], [' ② コード', 'コード'], ['コード①', 'コード1'], ['12.コード', 'コード'], ['1.5コード', '1.5コード'], ['コード1.', 'コード1.'], ['ワン\u200bタイム\u00adパスワード', '§'], [`a${LINK}b`, 'ab'],
  ])('%o is %o', (text, plain) => {
    expect(normalise(text)).toBe(plain);
  });

  it('of a long text, its beginning', () => {
    expect(normalise('x'.repeat(LONGEST + 5))).toHaveLength(LONGEST);
  });

  it('however many texts were asked for meanwhile', () => {
    for (let n = 0; n < 250; n++) expect(normalise(`見出し${n}`)).toBe(`見出し${n}`);
    expect(normalise('見出し0')).toBe('見出し0');
  });
});

describe('a label', () => {
  it.each([
    ['認証コード Authentication code', 'bare'], ['認証コード/Verification code', 'bare'], ['企業コード / Access code', 'other'], ['認証コード Company name', 'other'],
    ['確認用パスワード（ワンタイムパスワード）', 'code'], ['ご登録の確認用パスワード(ワンタイムパスワード)', 'code'], ['確認用パスワード', 'veto'],
    ['ワンタイムパスワード「6桁」', 'code'], ['ワンタイムパスワード【必ず半角】', 'code'], ['ワンタイムパスワード[6桁の数字]', 'code'], ['ワンタイムパスワード申込', 'other'],
    ['ワンタイムパスワードまたはリカバリーコード', 'code'], ['リカバリーコード', 'veto'], ['シリアル番号の右横の数字', 'other'], ['シリアル番号', 'serial'],
    ['セキュリティコード', 'veto'], ['セキュリティコード（認証アプリの6桁）', 'code'], ['ワンタイムパスワード（セキュリティコード）', 'code'],
    ['SMSで届くワンタイムパスワード', 'veto'], ['SMSまたはトークンに表示されたパスワード', 'mixed'], ['SMSかアプリ', 'veto'], ['パスワード', 'generic'], ['認証', 'none'], ['認証コード', 'bare'],
    ['ここには入力しないでください', 'other'], ['ワンタイムパスワードを他人に使用しないでと伝える', 'other'], ['メールではお送りしません', 'other'], ['電話では届きません', 'other'],
    ['①認証コード', 'bare'], ['桁数', 'veto'], ['トークンの名称', 'veto'], ['パスワードまたはワンタイムパスワード', 'other'],
  ])('%o: %s', (text, means) => {
    expect(meaning(text)).toBe(means);
  });

  it('has no part in a link behind it, unless that goes on with the sentence', () => {
    expect(meaning(`ワンタイムパスワード${LINK}ご利用ガイド`)).toBe('code');
    expect(meaning(`ワンタイムパスワード${LINK} の再発行`)).toBe('other');
    expect(meaning(`ワンタイムパスワード${LINK}と確認用パスワード`)).toBe('veto');
    expect(meaning(`ワンタイムパスワード${LINK}とは`)).toBe('code');
    expect(meaning(`${LINK}ご利用ガイド`)).toBe('other');
    expect(meaning('ご利用ガイド')).toBe('other');
  });

  it('is what its first telling sentence says; one that tells nothing is passed over, a name that does is not', () => {
    expect(meaning('ご確認ください。ワンタイムパスワード')).toBe('code');
    expect(meaning('お客さま情報。ワンタイムパスワード')).toBe('other');
    expect(meaning('ご確認ください。お客さま情報')).toBe('other');
    expect(meaning('ワンタイムパスワード。シリアル番号')).toBe('code');
  });

  it('speaks of spare codes without asking for one', () => {
    expect(meaning('リカバリーコードは安全な場所に保管してください。ワンタイムパスワード')).toBe('code');
    expect(meaning('リカバリーコードを入力してください。')).toBe('veto');
  });
});

describe('a text explains', () => {
  it.each([['番号を入力してください。', true], ['番号です。。', true], ['番号', false], ['あ'.repeat(40), false], ['あ'.repeat(41), true],
    ['Enter the code shown.', true], ['Keep your token safe!', true], ['Serial No.', false], ['Token serial No.', false], ['Enter your code', false]])('%o: %s', (text, does) => {
    expect(explains(text)).toBe(does);
  });
});

describe('a heading', () => {
  it.each([
    ['ワンタイムパスワード', 'code'], ['ワンタイムパスワードのお申込', 'none'], ['ワンタイムパスワードの利用登録', 'none'], ['利用登録：ワンタイムパスワードの入力', 'code'],
    ['利用登録：ワンタイムパスワード（6桁）のご入力', 'code'], ['利用登録：ワンタイムパスワードを入力', 'code'], ['Settings: enter your one-time password', 'code'],
    ['トークン認証', 'code'], ['トークンによる認証', 'code'], ['認証アプリの入力', 'code'], ['認証アプリで認証', 'code'], ['認証アプリ入力', 'code'], ['認証アプリ', 'none'],
    ['認証アプリに表示された6桁の数字', 'code'], ['ログインパスワード', 'veto'], ['トランザクション認証', 'veto'], ['お客さま情報', 'none'],
  ])('%o: %s', (text, means) => {
    expect(headingMeaning(text)).toBe(means);
  });
});

describe('a bank’s own name of a secret', () => {
  it.each([['可変パスワード', '可変パスワード'], ['。ワンパス（半角）', 'ワンパス'], ['可変パスワードを入れる欄', undefined], ['お名前', undefined], ['お知らせ。可変パスワード', undefined]])('in %o: %o', (text, name) => {
    expect(secretName(text)).toBe(name);
  });
});
