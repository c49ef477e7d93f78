/** Words of a token's use journal. */
import type { Role } from '../lib/field-role.ts';
import type { Screen } from '../lib/journal.ts';
import { catalogue } from './catalogue.ts';

interface JournalWords {
  open: string;
  empty: string;
  /** What is in it, and what is not. */
  about: (most: number) => string;
  copied: string;
  shown: string;
  /** What went into the page: `roles` are joined. */
  filled: (roles: string) => string;
  roles: Record<Role, string>;
  joint: string;
  screens: Record<Screen, string>;
  more: (count: number) => string;
  loading: string;
  clear: { open: string; question: string; yes: string; no: string; working: string };
}

export const journalWords = catalogue({
  ja: (): JournalWords => ({
    open: '使用の記録',
    empty: 'まだ使用の記録はありません。',
    about: (most) => `新しい順に${most}件まで。番号そのものは記録しません。`,
    copied: 'コピー',
    shown: '番号を表示',
    filled: (roles) => `${roles}を入力`,
    roles: { current: '番号', old: '旧トークンの番号', new: '新しいトークンの番号', serial: 'シリアル番号' },
    joint: 'と',
    screens: {
      login: 'ログイン',
      start: '利用開始',
      exchange: '交換',
      stop: '利用中止',
      release: '利用解除',
      limit: '利用限度額変更',
      payment: '収納サービス',
      transfer: '振込',
    },
    more: (count) => `残りの${count}件も表示`,
    loading: '読み込んでいます',
    clear: {
      open: '記録を消す',
      question: 'このトークンの使用の記録をすべて消しますか。消した記録は元に戻せません。',
      yes: '消す',
      no: '消さない',
      working: '消しています',
    },
  }),
  en: (): JournalWords => ({
    open: 'Use journal',
    empty: 'It has not been used yet.',
    about: (most) => `Newest first, ${most} at most. The codes themselves are not recorded.`,
    copied: 'Copied',
    shown: 'Code shown',
    filled: (roles) => `Filled in: ${roles}`,
    roles: { current: 'code', old: 'old token’s code', new: 'new token’s code', serial: 'serial number' },
    joint: ', ',
    screens: {
      login: 'Login (ログイン)',
      start: 'Start of use (利用開始)',
      exchange: 'Exchange (交換)',
      stop: 'Stop of use (利用中止)',
      release: 'Release (利用解除)',
      limit: 'Change of limit (利用限度額変更)',
      payment: 'Payment (収納サービス)',
      transfer: 'Transfer (振込)',
    },
    more: (count) => `Show ${count} more`,
    loading: 'Loading',
    clear: {
      open: 'Clear the journal',
      question: 'Clear the whole use journal of this token? It cannot be brought back.',
      yes: 'Clear it',
      no: 'Keep it',
      working: 'Clearing',
    },
  }),
});
