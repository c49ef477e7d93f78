/** Words of the health page's lines: what is looked at, how it is, what to do. */
import type { Health } from '../lib/messages/health.ts';
import type { VaultFace } from '../lib/messages/ways.ts';
import { numberIn } from './language.ts';
import { catalogue } from './catalogue.ts';

interface Said {
  value: string;
  todo: string | null;
}

type Copy = Health['copy']['state'];

interface HealthLineWords {
  good: string;
  bad: string;
  unknown: string;
  whileLocked: string;
  groups: { saved: string; place: string; mended: string; lock: string; permissions: string; program: string };
  vault: { name: string; states: Record<VaultFace | 'unavailable', Said>; start: string; recover: string };
  copy: { name: string; states: Record<Copy, Said>; none: string };
  generation: { name: string; value: (generation: number) => string };
  persisted: { name: string; yes: string; no: string; todo: string; todoWithCopy: string; act: string; refused: string; note: string };
  space: { name: string; of: (usage: string, quota: string) => string; low: string };
  mended: { name: string; none: string };
  ways: {
    name: string;
    value: (ways: NonNullable<Health['ways']>) => string;
    none: string;
    passkeyOnly: string;
    settings: string;
  };
  tokens: { name: string; value: (tokens: NonNullable<Health['tokens']>) => string };
  clock: { name: string; right: string; fast: (off: string) => string; slow: (off: string) => string; at: (said: string, time: string) => string; unmeasured: string };
  permissions: {
    basic: string;
    all: string;
    lacking: (names: string) => string;
    lackingTodo: string;
    page: (host: string) => string;
    granted: string;
    denied: string;
    deniedTodo: string;
    act: string;
    refused: string;
  };
  program: { version: string; browser: string; formats: string; formatsValue: (schema: string, database: string) => string };
  aside: { name: string; value: (day: string) => string; act: string };
  trouble: { name: string; none: string; todo: string };
}

export const healthLineWords = catalogue({
  ja: (): HealthLineWords => ({
    good: '問題ありません',
    bad: 'ご確認ください',
    unknown: '分かりません',
    whileLocked: 'ロック中のため、表示していません',
    groups: {
      saved: '保存した内容',
      place: '保存領域',
      mended: '自動で元に戻した記録',
      lock: 'ロックとトークン',
      permissions: 'ブラウザーの許可',
      program: '版とお知らせ',
    },
    vault: {
      name: '保存した内容',
      states: {
        none: { value: 'まだ何も保存していません', todo: null },
        locked: { value: '読めます（ロック中）', todo: null },
        open: { value: '読めます', todo: null },
        damaged: { value: '読めません', todo: '何も上書きしていません。これからできることを、次の画面でご案内します。' },
        unavailable: { value: 'ブラウザーの保存領域を開けません', todo: 'ブラウザーを終了して、もう一度開いてください。何も変更していません。' },
      },
      start: 'はじめる',
      recover: '保存した内容を確認する',
    },
    copy: {
      name: '予備',
      states: {
        same: { value: '同じ内容の予備があります', todo: null },
        older: { value: '予備が少し古い内容です', todo: '次にロックを解除したときに、自動で最新にします。' },
        newer: { value: '予備のほうが新しい内容です', todo: '次にロックを解除したときに、自動で新しいほうに合わせます。' },
        missing: {
          value: '予備がありません',
          todo: '次にロックを解除したときに、自動で作り直します。続くときは、パソコンの空き容量をご確認ください。',
        },
        damaged: {
          value: '予備が壊れています',
          todo: '次にロックを解除したときに、自動で作り直します。続くときは、パソコンの空き容量をご確認ください。',
        },
      },
      none: 'まだありません',
    },
    generation: { name: '保存した回数', value: (generation) => `${numberIn('ja', generation)}回` },
    persisted: {
      name: '自動の消去',
      yes: 'この保存領域は、ブラウザーが自動で消すことはありません',
      no: '「自動で消さない」というブラウザーの約束は、まだありません',
      todo: 'パソコンの空きが少なくなると、消されることがあります。次のボタンで、消さないようにブラウザーへ頼めます。',
      todoWithCopy:
        'パソコンの空きが少なくなると、消されることがあります。そのときは、別の場所にある予備から元に戻します。次のボタンで、消さないように頼むこともできます。',
      act: '消さないように頼む',
      refused: 'ブラウザーから「自動で消さない」という約束は得られませんでした。このままお使いいただけます。パソコンの空き容量に余裕をもたせてください。',
      note: '拡張機能を削除すると、保存した内容も消えます。',
    },
    space: {
      name: '使っている量',
      of: (usage, quota) => `${usage}（使える量は約${quota}）`,
      low: 'パソコンの空き容量が少なくなっています。不要なファイルを減らしてください。',
    },
    mended: { name: '記録', none: '元に戻したことはありません' },
    ways: {
      name: 'ロックを解除する方法',
      value: ({ passphrases, passkeys, pin }) => `パスフレーズ ${passphrases}個、パスキー ${passkeys}個、PIN ${pin ? 'あり' : 'なし'}`,
      none: 'まだありません',
      passkeyOnly: 'パソコンの修理などでパスキーがなくなると、解除できなくなります。設定で、パスフレーズも追加してください。',
      settings: '設定を開く',
    },
    tokens: {
      name: 'トークン',
      value: ({ issued, imported, pending }) => `金融機関のトークン ${issued}個、取り込んだトークン ${imported}個、発行手続き中 ${pending}個`,
    },
    clock: {
      name: 'パソコンの時計',
      right: '発行元の時刻と合っています',
      fast: (off) => `発行元の時刻より${off}進んでいます`,
      slow: (off) => `発行元の時刻より${off}遅れています`,
      at: (said, time) => `${said}（${time}に確かめました）`,
      unmeasured: '発行元の時刻と、まだ比べていません',
    },
    permissions: {
      basic: '基本の許可',
      all: 'そろっています',
      lacking: (names) => `足りません：${names}`,
      lackingTodo: '拡張機能をいったん無効にし、もう一度有効にしてください。削除はしないでください。',
      page: (host) => `${host} のページ`,
      granted: '入力が許可されています',
      denied: '入力が許可されていません',
      deniedTodo: 'このページには番号を入力できません。お使いになる金融機関のページなら、許可してください。',
      act: '許可する',
      refused: '許可されませんでした。番号は、鍵札で見ながら入力することもできます。',
    },
    program: {
      version: '鍵札の版',
      browser: 'ブラウザー',
      formats: '保存の形式',
      formatsValue: (schema, database) => `形式 ${schema}、データベース ${database}`,
    },
    aside: { name: '別に残している内容', value: (day) => `${day}に残したものがあります`, act: '保存または削除する' },
    trouble: { name: '保存領域の不具合', none: 'ありません', todo: 'ブラウザーを終了し、もう一度開いてください。続くときは、下の「サポート用にコピー」をお使いください。' },
  }),
  en: (): HealthLineWords => ({
    good: 'all right',
    bad: 'please check',
    unknown: 'unknown',
    whileLocked: 'not shown while locked',
    groups: {
      saved: 'What is saved',
      place: 'Storage',
      mended: 'Repaired automatically',
      lock: 'Lock and tokens',
      permissions: 'Permissions of the browser',
      program: 'Versions and messages',
    },
    vault: {
      name: 'What is saved',
      states: {
        none: { value: 'nothing is saved yet', todo: null },
        locked: { value: 'can be read (locked)', todo: null },
        open: { value: 'can be read', todo: null },
        damaged: { value: 'cannot be read', todo: 'Nothing was overwritten. The next page says what can be done.' },
        unavailable: { value: 'the browser’s storage cannot be opened', todo: 'Close the browser and open it again. Nothing was changed.' },
      },
      start: 'Get started',
      recover: 'Check what was saved',
    },
    copy: {
      name: 'Second copy',
      states: {
        same: { value: 'there, and the same', todo: null },
        older: { value: 'there, but a little behind', todo: 'It is brought up to date at the next unlock.' },
        newer: { value: 'newer than what is saved', todo: 'The newer one is taken at the next unlock.' },
        missing: { value: 'not there', todo: 'It is made again at the next unlock. If this goes on, check the free space of your PC.' },
        damaged: { value: 'damaged', todo: 'It is made again at the next unlock. If this goes on, check the free space of your PC.' },
      },
      none: 'none yet',
    },
    generation: { name: 'Times saved', value: (generation) => numberIn('en', generation) },
    persisted: {
      name: 'Automatic deletion',
      yes: 'The browser will not clear this storage by itself',
      no: 'The browser has not promised to keep this storage',
      todo: 'It may be cleared when the PC runs out of space. With this button you ask the browser to keep it.',
      todoWithCopy:
        'It may be cleared when the PC runs out of space. It is then restored from the second copy, which lies elsewhere. With this button you can also ask the browser to keep it.',
      act: 'Ask to keep it',
      refused: 'The browser gave no promise to keep it. You can go on as before; leave some free space on the PC.',
      note: 'Removing the extension also removes what is saved.',
    },
    space: {
      name: 'Space used',
      of: (usage, quota) => `${usage} (of about ${quota})`,
      low: 'The PC is running out of space. Please remove files that you do not need.',
    },
    mended: { name: 'Record', none: 'nothing was ever put right' },
    ways: {
      name: 'Ways to unlock',
      value: ({ passphrases, passkeys, pin }) => `passphrases ${passphrases}, passkeys ${passkeys}, PIN ${pin ? 'set' : 'not set'}`,
      none: 'none yet',
      passkeyOnly: 'When the PC is repaired a passkey may go, and nothing else would unlock. Add a passphrase in the settings.',
      settings: 'Open the settings',
    },
    tokens: {
      name: 'Tokens',
      value: ({ issued, imported, pending }) => `of institutions ${issued}, imported ${imported}, being issued ${pending}`,
    },
    clock: {
      name: 'This PC’s clock',
      right: 'agrees with the issuer’s',
      fast: (off) => `${off} ahead of the issuer’s`,
      slow: (off) => `${off} behind the issuer’s`,
      at: (said, time) => `${said} (compared on ${time})`,
      unmeasured: 'not yet compared with the issuer’s',
    },
    permissions: {
      basic: 'Basic permissions',
      all: 'all there',
      lacking: (names) => `missing: ${names}`,
      lackingTodo: 'Switch the extension off and on again. Do not remove it.',
      page: (host) => `Pages of ${host}`,
      granted: 'may be filled',
      denied: 'may not be filled',
      deniedTodo: 'No code can be filled there. If your institution is one of these pages, please allow it.',
      act: 'Allow',
      refused: 'It was not allowed. You can still read the code in Kagifuda and type it.',
    },
    program: {
      version: 'Kagifuda',
      browser: 'Browser',
      formats: 'Formats',
      formatsValue: (schema, database) => `schema ${schema}, database ${database}`,
    },
    aside: { name: 'Kept aside', value: (day) => `from ${day}`, act: 'Save or delete it' },
    trouble: { name: 'Trouble with the storage', none: 'none', todo: 'Close the browser and open it again. If it goes on, use “Copy for support” below.' },
  }),
});
