/** What sentences say of how a code came: warnings, help and notices tell of mails without sending any. */
import { describe, expect, it } from 'vitest';
import { channel, headsOtherChannel } from '../../../lib/autofill/channel.ts';

describe('no code is sent by', () => {
  it.each([
    '電話でワンタイムパスワードを聞く手口が増えています。',
    'メールでワンタイムパスワードを入力させられる被害が増えています。',
    '銀行を名乗り、電話でワンタイムパスワードをたずねる者がいます。',
    '当金庫をかたるメールから、ワンタイムパスワードの入力画面に誘われます。',
    '電話でお客さまを騙し、ワンタイムパスワードを言わせます。',
    '電話でだまし、ワンタイムパスワードを言わせます。',
    '電話でワンタイムパスワードを聞き出します。',
    '偽のメールから、ワンタイムパスワードの入力画面に誘われます。',
    'メールでワンタイムパスワードを盗みます。',
    'メールでワンタイムパスワードを求めておりません。',
    'メールの画面にワンタイムパスワードを入力しないでください。',
    'Codes by text message are no longer sent.',
    'We no longer text security codes.',
    'SMS codes are no longer supported.',
  ])('a warning: %s', (text) => {
    expect(channel(text)).toBe('none');
  });

  it.each([
    'ワンタイムパスワード｜メール通知設定',
    'ワンタイムパスワードの停止は、お電話でお申し出ください。',
    'ワンタイムパスワードの結果のお知らせメールが届きます。',
    '「確認コード」のお手続きは電話でご相談ください。',
  ])('what is said beside it: %s', (text) => {
    expect(channel(text)).toBe('none');
  });
});

describe('a code is sent by', () => {
  it.each([
    'メールでお送りしたワンタイムパスワードを、ほかの画面には入力しないでください。',
    'SMSで届いた認証番号を盗まれないようにしてください。',
    'メールでお手続き用の認証コードをご案内しています。',
    'お電話でワンタイムパスワードをお知らせします。',
    '認証番号をお知らせします。',
    '書面に記載のワンタイムパスワードを入力してください。',
    'メールに記載の6桁の数字を入力してください。',
    'The code we sent you before is no longer available, so a new code was e-mailed to you.',
  ])('%s', (text) => {
    expect(channel(text)).toBe('delivered');
  });

  it('a token that came by post, or a mail, both', () => {
    expect(channel('郵送でお届けしたトークンのワンタイムパスワード')).toBe('none');
    expect(channel('トークンまたはメールのワンタイムパスワード')).toBe('mixed');
  });
});

it.each([
  ['メールの確認', true],
  ['SMSによる本人確認', true],
  ['メール通知サービス 登録内容確認', false],
])('a heading %s is of another channel: %s', (text, is) => {
  expect(headsOtherChannel(text)).toBe(is);
});
