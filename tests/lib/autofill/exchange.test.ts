/** What is a 交換 of tokens, and which of the two a text speaks of. */
import { describe, expect, it } from 'vitest';
import { isExchange, oldOrNew } from '../../../lib/autofill/exchange.ts';

describe('a 交換', () => {
  it.each([
    'トークンの交換', 'ワンタイムパスワード交換', '端末の切替', '端末の切り替え', '機種の切替え', 'スマートフォンの移行', 'スマートホンの交換', 'アプリの移行', 'デバイスの交換', '生成機の交換', '生成器の交換', 'パスワードカードの交換',
    'ソフトウェアトークンの電池交換', '機種変更', '交換', '切替', '切り替え', '交換手続', '交換の手続き', '交換のお手続き', '交換申込', '交換申し込み', '交換のお申し込み', '交換の申込み', '切替の申請', '切替登録', '交換受付',
    'Exchange your token', 'Replace the device', 'replacing your one-time password', 'Token exchange', 'Device replacement', 'one-time password replacement',
  ])('is %s', (text) => expect(isExchange(text)).toBe(true));

  it.each([
    'ポイントの交換', 'カードの切替', '通帳の切り替え', '交換のご案内', '外貨交換', '両替・交換所', 'トークンの利用開始', '端末を登録。交換は別の画面', 'トークンの電池が切れて使えなくなったときの交換',
    'Exchange rates', 'Replace your card. Keep your device', 'token',
  ])('is not %s', (text) => expect(isExchange(text)).toBe(false));
});

describe('of the two tokens of a 交換', () => {
  it.each([
    '旧トークン', '旧ワンタイムパスワード', '現トークン', '現在のトークン', '現在の端末', '変更前のトークン', '交換前トークン', '交換前のワンタイムパスワード', 'これまでのトークン', '旧ソフトウェアトークン', '旧ハードトークン', '旧機種', '旧スマートフォン',
    'Old token', 'previous one-time password', 'previous token', '現在ご利用中のトークン', '現在利用中', '現在ご使用中', '現在使用中', 'ご利用中のトークン', 'current token', 'current one-time password',
    'ワンタイムパスワード(旧)', 'ワンタイムパスワード（旧トークン）', 'ワンタイムパスワード【旧】', 'ワンタイムパスワード［現］', '〔旧〕ワンタイムパスワード', '【旧】ワンタイムパスワード', '現行トークン', 'これまでお使いのトークン', '今まで利用していたトークン', 'これまでご利用のワンタイムパスワード',
  ])('%s is the old one', (text) => expect(oldOrNew(text, true)).toBe('old'));

  it.each([
    '新しいトークン', '新トークン', '新ワンタイムパスワード', '変更後のトークン', '交換後トークン', '新しい端末', '新機種', '新しいスマートフォン', '新ハードウェアトークン', 'new token', 'New one-time password', 'ワンタイムパスワード(新)', 'ワンタイムパスワード【新トークン】',
    '【新】ワンタイムパスワード', '新規トークン', '新しくお届けしたトークン', '新しく発行されたワンタイムパスワード',
  ])('%s is the new one', (text) => expect(oldOrNew(text, true)).toBe('new'));

  it.each(['トークン', 'ワンタイムパスワード', '現在表示されているワンタイムパスワード', '新しいパスワード', '旧住所', 'トークン名', 'ワンタイムパスワード(半角数字)'])('%s is neither', (text) => {
    expect(oldOrNew(text, true)).toBeNull();
  });

  it.each(['現在ご利用中のトークン', 'current token', 'ワンタイムパスワード(旧)', '【新】ワンタイムパスワード', '現行トークン', '新規トークン'])('%s says so on a page of 交換 only', (text) => {
    expect(oldOrNew(text, false)).toBeNull();
  });

  it.each([['旧トークン', 'old'], ['交換前のトークン', 'old'], ['新しいトークン', 'new'], ['new token', 'new']])('%s says so on any page', (text, which) => {
    expect(oldOrNew(text, false)).toBe(which);
  });
});
