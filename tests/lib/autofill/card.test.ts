// @vitest-environment jsdom
/** What a customer reads on the card, what a screen reader says of it, and what its buttons do. */
import { beforeEach, describe, expect, it } from 'vitest';
import { localWords } from '../../../components/words-local.ts';
import { noticeCard, offerCard } from '../../../lib/autofill/card.ts';
import { offerWords } from '../../../lib/autofill/offer-words.ts';
import type { Offer } from '../../../lib/messages/protocol.ts';

const [JAPANESE, ENGLISH] = [offerWords('ja'), offerWords('en')];
const ONE: Offer['tokens'] = [{ id: 'a', label: 'SKTS00012345', state: 'ACTIVE' }];
const TWO: Offer['tokens'] = [...ONE, { id: 'b', label: 'SKTS00099999', state: 'UNBOUND' }];

let pressed: unknown[];

function offer(over: Partial<Offer> = {}, words = JAPANESE, outside = false): HTMLElement {
  const about: Offer = { kind: 'in-page', institution: 'あぶくま信用金庫', language: 'auto', theme: 'auto', locked: false, tokens: ONE, ...over };
  return offerCard(document, words, about, { roles: ['serial', 'current'], outside }, {
    choose: (id, event) => pressed.push(['choose', id, event.type]),
    outside: (id, event) => pressed.push(['outside', id, event.type]),
    close: (event) => pressed.push(['close', event.type]),
  });
}

const notice = (cancel?: () => void): HTMLElement => noticeCard(document, JAPANESE, 'まもなく入力します', ({ type }) => pressed.push(['close', type]), cancel);

const buttons = (card: HTMLElement): HTMLButtonElement[] => [...card.querySelectorAll('button')];
/** As it is read out: its own name, or else what stands on it. */
const named = (button: HTMLButtonElement): string => button.getAttribute('aria-label') ?? button.textContent;
/** What stands on the card, line by line; what is only heard is in brackets. */
function read(card: HTMLElement): string[] {
  const lines = [...card.querySelectorAll('.brand,.bank,.what,.token,.text,.spoken,button')];
  return lines.map((one) => (one.className === 'spoken' ? `[${one.textContent}]` : one.textContent));
}
/** Each row of the card: what its token is called, and its button. */
const rows = (card: HTMLElement): string[] => [...card.querySelectorAll('.row')].map((row) => [...row.children].map(({ textContent }) => textContent).join(' | '));

beforeEach(() => {
  pressed = [];
});

describe('an offer', () => {
  it('says who offers, at which bank, what is filled, and from which token', () => {
    expect(read(offer())).toEqual(['鍵札', 'あぶくま信用金庫', '×', 'シリアル番号とワンタイムパスワード', 'SKTS00012345', '入力する', '[シリアル番号とワンタイムパスワード。下矢印キーで選べます]']);
    expect(read(offer({}, ENGLISH))).toEqual(['Kagifuda', 'あぶくま信用金庫', '×', 'Serial number and one-time password', 'SKTS00012345', 'Fill in', '[Serial number and one-time password. Press the down arrow to choose]']);
  });

  it('has a button for each token, and tells tokens apart by their state where there are several', () => {
    expect(rows(offer({ tokens: TWO }))).toEqual(['SKTS00012345（利用中） | 入力する', 'SKTS00099999（利用開始前） | 入力する']);
    expect(rows(offer())).toEqual(['SKTS00012345 | 入力する']);
  });

  it('calls a token without a name as our own screens do', () => {
    const tokens: Offer['tokens'] = [{ id: 'a', label: '', state: 'LOCAL' }];
    const card = (words: typeof JAPANESE): string[] => [...rows(offer({ tokens }, words)), ...buttons(offer({ tokens }, words)).map(named).slice(1)];
    expect(card(JAPANESE)).toEqual([`${localWords.ja.unnamed} | 入力する`, `${localWords.ja.unnamed}の番号を入力する`]);
    expect(card(ENGLISH)).toEqual([`${localWords.en.unnamed} | Fill in`, `Fill in with ${localWords.en.unnamed}`]);
  });

  it('is named for whoever hears it: the card, its buttons, its cross', () => {
    const card = offer({ tokens: TWO });
    expect([card.getAttribute('role'), card.getAttribute('aria-label')]).toEqual(['group', '鍵札 あぶくま信用金庫']);
    expect(buttons(card).map(named)).toEqual(['閉じる', 'SKTS00012345の番号を入力する', 'SKTS00099999の番号を入力する']);
    expect(card.querySelector('[role=status]')?.textContent).toBe('シリアル番号とワンタイムパスワード。下矢印キーで選べます');
  });

  it('is read out in its own language, whatever the page\'s is', () => {
    expect([offer().lang, offer({}, ENGLISH).lang]).toEqual(['ja', 'en']);
  });

  it('fills from the token whose button was pressed', () => {
    for (const one of buttons(offer({ tokens: TWO })).slice(1)) one.click();
    expect(pressed).toEqual([['choose', 'a', 'click'], ['choose', 'b', 'click']]);
  });

  it('leads to a window of our own where the click must be confirmed, and says so', () => {
    const card = offer({ tokens: TWO }, JAPANESE, true);
    expect(rows(card)[1]).toBe('SKTS00099999（利用開始前） | 確認して入力する');
    buttons(card)[2]?.click();
    expect(pressed).toEqual([['outside', 'b', 'click']]);
  });

  it('is closed by its cross', () => {
    const [cross] = buttons(offer());
    cross?.click();
    expect([cross?.className, pressed]).toEqual(['plain', [['close', 'click']]]);
  });
});

describe('an offer of a locked vault', () => {
  it('says so, and nothing of tokens or fields', () => {
    const card = offer({ locked: true, tokens: TWO });
    expect(read(card)).toEqual(['鍵札', 'あぶくま信用金庫', '×', '鍵札はロック中です', 'ロックを解除する', '[鍵札はロック中です]']);
    expect(card.textContent).toBe('鍵札あぶくま信用金庫×鍵札はロック中ですロックを解除する鍵札はロック中です');
    expect(buttons(card).map(named)).toEqual(['閉じる', 'ロックを解除する']);
  });

  it('leads to where it is unlocked, for no token', () => {
    buttons(offer({ locked: true }))[1]?.click();
    expect(pressed).toEqual([['outside', null, 'click']]);
  });
});

describe('a notice', () => {
  it('is one sentence, that is read out by itself', () => {
    const card = notice();
    expect([read(card), rows(card)]).toEqual([['鍵札', '', '×', 'まもなく入力します'], ['まもなく入力します']]);
    expect(card.querySelector('[role=status]')?.textContent).toBe('まもなく入力します');
    expect([card.getAttribute('role'), card.getAttribute('aria-label')]).toEqual(['group', '鍵札']);
  });

  it('is closed by its cross', () => {
    buttons(notice())[0]?.click();
    expect(pressed).toEqual([['close', 'click']]);
  });

  it('can take back what it announces, where that can be taken back', () => {
    const card = notice(() => pressed.push('cancel'));
    expect(rows(card)).toEqual(['まもなく入力します | 取り消す']);
    buttons(card)[1]?.click();
    expect([buttons(card)[1]?.className, pressed]).toEqual(['second', ['cancel']]);
  });
});

describe('a button of ours', () => {
  it('never sends a form of the page', () => {
    const all = [...buttons(offer({ tokens: TWO })), ...buttons(offer({ locked: true })), ...buttons(notice(() => undefined))];
    expect(new Set(all.map((one) => one.getAttribute('type')))).toEqual(new Set(['button']));
  });
});
