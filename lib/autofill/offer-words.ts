/** What the offer says, in the customer's language or the browser's. Never a word about correcting a clock or a token: that is phishers' talk. */
import type { Role } from '../field-role.ts';
import type { Reason } from '../refusal.ts';
import type { TokenState } from '../token.ts';

export interface OfferWords {
  name: string;
  fill: string;
  fillWith: (token: string) => string;
  /** An imported token, as our own screens call it. */
  unnamed: string;
  /** Beside another token of the same bank. */
  withState: (label: string, state: TokenState) => string;
  /** What one press fills. */
  what: (roles: Role[]) => string;
  /** Of what one press fills, and how to come to the button by key: heard, not seen. */
  spoken: (what: string) => string;
  locked: string;
  unlock: string;
  confirm: string;
  close: string;
  cancel: string;
  armed: (seconds: number) => string;
  expired: string;
  refusals: Partial<Record<Reason, string>>;
  otherwise: string;
}

/** Split boxes are many findings of one role; the code itself is said once. */
const codeOf = (roles: Role[]): Role | undefined => roles.find((role) => role !== 'serial');

type States = Partial<Record<TokenState, string>>;
const STATES_JA: States = { UNBOUND: '（利用開始前）', ACTIVE: '（利用中）' };
const STATES_EN: States = { UNBOUND: ' (not started yet)', ACTIVE: ' (in use)' };

function whatJapanese(roles: Role[]): string {
  const code = { current: 'ワンタイムパスワード', old: '旧トークンのワンタイムパスワード', new: '新しいトークンのワンタイムパスワード', serial: '' }[codeOf(roles) ?? 'serial'];
  return [roles.includes('serial') ? 'シリアル番号' : '', code].filter(Boolean).join('と');
}

function whatEnglish(roles: Role[]): string {
  const code = { current: 'one-time password', old: 'one-time password of the old token', new: 'one-time password of the new token', serial: '' }[codeOf(roles) ?? 'serial'];
  const said = [roles.includes('serial') ? 'serial number' : '', code].filter(Boolean).join(' and ');
  return said.charAt(0).toUpperCase() + said.slice(1);
}

const JAPANESE: OfferWords = {
  name: '鍵札',
  fill: '入力する',
  fillWith: (token) => `${token}の番号を入力する`,
  unnamed: '名前のないトークン',
  withState: (label, state) => label + (STATES_JA[state] ?? ''),
  what: whatJapanese,
  spoken: (what) => `${what}。下矢印キーで選べます`,
  locked: '鍵札はロック中です',
  unlock: 'ロックを解除する',
  confirm: '確認して入力する',
  close: '閉じる',
  cancel: '取り消す',
  armed: (seconds) => `次の番号に変わったら入力します（${seconds}秒ほどお待ちください）`,
  expired: '有効時間が過ぎたため、入力した番号を消しました。この欄を押すと、もう一度入力できます。',
  refusals: {
    'field-read-only': 'この欄には直接入力できません。ツールバーの鍵札からコピーするか、画面のキーボードで入力してください。',
    'field-unusable': 'この欄には安全に入力できません。',
    'fill-altered': '入力できませんでした。ツールバーの鍵札から次の番号をコピーしてください。',
    'gesture-refused': '安全を確認できなかったため、入力しませんでした。ツールバーの鍵札から入力してください。',
    'page-changed': '画面が変わったため、入力しませんでした。',
    'code-spent': 'この番号は使用済みです。次の番号までお待ちください。',
    'token-unusable': 'このトークンは今は使えません。ツールバーの鍵札をご覧ください。',
  },
  otherwise: '入力できませんでした。ツールバーの鍵札をご覧ください。',
};

const ENGLISH: OfferWords = {
  name: 'Kagifuda',
  fill: 'Fill in',
  fillWith: (token) => `Fill in with ${token}`,
  unnamed: 'Token without a name',
  withState: (label, state) => label + (STATES_EN[state] ?? ''),
  what: whatEnglish,
  spoken: (what) => `${what}. Press the down arrow to choose`,
  locked: 'Kagifuda is locked',
  unlock: 'Unlock',
  confirm: 'Confirm and fill in',
  close: 'Close',
  cancel: 'Cancel',
  armed: (seconds) => `Will be filled in when the code changes (in about ${seconds} s)`,
  expired: 'The code ran out, so it was removed. Click the field to fill in again.',
  refusals: {
    'field-read-only': 'This field can’t be typed into. Copy the code from the toolbar, or use the on-screen keyboard.',
    'field-unusable': 'It is not safe to fill this field.',
    'fill-altered': 'The code could not be filled in. Copy the next one from the toolbar.',
    'gesture-refused': 'Not filled in: safety could not be confirmed. Use Kagifuda in the toolbar.',
    'page-changed': 'Not filled in: the page has changed.',
    'code-spent': 'This code has been used. Please wait for the next one.',
    'token-unusable': 'This token can’t be used now. See Kagifuda in the toolbar.',
  },
  otherwise: 'Not filled in. See Kagifuda in the toolbar.',
};

export function offerWords(language: string): OfferWords {
  return /^ja\b/i.test(language) ? JAPANESE : ENGLISH;
}

export function refusalWords(words: OfferWords, reason: Reason): string {
  return words.refusals[reason] ?? words.otherwise;
}
