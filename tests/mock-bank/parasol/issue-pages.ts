/** The first two pages of トークン発行, with the manual's words. */
import { html } from 'hono/html';
import { CHOICE, ISSUE } from './application.ts';
import { wordEntry } from './confirmation-word.ts';
import { entries, go, keyboardInput, textInput } from './fields.ts';
import type { Look, Screen } from './frame.ts';
import { link, paperField } from '../pages/fields.ts';
import type { Html } from '../pages/frame.ts';

export const CONFIRM = '/ib/bot002.do';
export const DONE = '/ib/bot003.do';
export const STEPS = ['ソフトウェアトークン発行情報入力', 'ソフトウェアトークン発行情報内容確認', 'ソフトウェアトークン発行完了'] as const;
const MAIL_HINT = '半角英数字記号';

const address = (id: string, name: string, value: string): Html => textInput({ id, name, length: 100, value });
const twice = (control: Html): Html => html`${control}<p>確認のため2回入力して下さい</p>`;

export function entryScreen(look: Look, mail: { first: string; second: string }, objection: string | null = null): Screen {
  const password = (id: string, name: string): Html => keyboardInput(look, { id, name, length: 8, keys: 'digits' });
  return {
    id: 'BOT001',
    title: 'トークン発行（ソフトウェアトークン発行情報入力）',
    steps: { names: STEPS, at: 0 },
    objection,
    body: html`<p>ソフトウェアトークンを発行します。<br>送付先メールアドレス、利用開始パスワードを入力し「次へ」ボタンを押して下さい。</p>
<form method="post" action="${ISSUE}">
<h2>送付先メールアドレスの指定</h2>
<p>トークンを発行する携帯電話のメールアドレスを入力して下さい。</p>
${entries(look, [
  { label: '携帯電話メールアドレス', hint: MAIL_HINT, must: true, control: address('txtBox001', 'BTX0010', mail.first) },
  { label: '携帯電話メールアドレス (確認用)', hint: MAIL_HINT, must: true, control: twice(address('txtBox002', 'BTX0020', mail.second)) },
])}
<h2>利用開始パスワードの指定</h2>
<p>トークン発行時に必要となる利用開始パスワードを4～8桁の数字で登録して下さい。<br>
利用開始パスワードは、お控えいただくかお忘れにならないようご注意ください。</p>
${entries(look, [
  { label: '利用開始パスワード', must: true, control: password('pswd001', 'BPW0010') },
  { label: '利用開始パスワード (確認用)', must: true, control: twice(password('pswd002', 'BPW0020')) },
])}
<p class="buttons stacked">${go('次へ')} ${link(CHOICE, '戻る')}</p>
</form>`,
  };
}

/** The password is not shown: who looks over a shoulder would have all that the app asks for. */
export function confirmScreen(look: Look, { mail, paper }: { mail: string; paper: string }, objection: string | null = null): Screen {
  return {
    id: 'BOT002',
    title: 'トークン発行（ソフトウェアトークン発行情報入力内容確認）',
    steps: { names: STEPS, at: 1 },
    objection,
    body: html`<p>以下の内容でソフトウェアトークンを発行します。<br>内容をご確認のうえ、確認用パスワードを入力し「確定する」ボタンを押して下さい。</p>
<form method="post" action="${CONFIRM}">${paperField(paper)}
<h2>送付先メールアドレス</h2>
${entries(look, [{ label: '携帯電話メールアドレス', control: mail }])}
<h2>利用開始パスワード</h2>
${entries(look, [{ label: '利用開始パスワード', control: '（表示していません）' }])}
<h2>確認用パスワードの入力</h2>
${entries(look, [wordEntry(look)])}
<p class="buttons stacked">${go('確定する')} ${link(ISSUE, '戻る')}</p>
</form>`,
  };
}
