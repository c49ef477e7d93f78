/** The pages of 利用開始, apart from what they do. */
import { html } from 'hono/html';
import { authView, toLogin } from './errand.ts';
import { LOGIN } from './visit.ts';
import { whereToRead } from '../pages/code-section.ts';
import { back, codeInput, entryTable, next, row, serialRow } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';
import { registrationNotice } from '../pages/notices.ts';
import { preparation } from '../pages/preparation.ts';
import { secondSecretSection } from '../pages/second-secret.ts';
import type { Places } from '../second-secret.ts';

export const TITLE = 'ワンタイムパスワード利用開始';
/** The manual counts 利用者認証 apart, and names the later steps in other words. */
const AUTH_STEPS = ['利用者認証', 'ワンタイムパスワードの登録', '処理開始'];
export const STEPS = ['ワンタイムパスワード登録', '処理結果'];
export const AUTH = '/webbk/otp/b-start-auth.do';
export const ENTER = '/webbk/otp/b-start.do';
export const END = '/webbk/otp/b-start-end.do';

const first = (look: Look, names: string[], objection: string | null, body: Html): Html =>
  frame({ look, title: TITLE, help: 'otp', steps: { names, at: 0 }, objection, body });

export const authPage = (look: Look, contract = '', objection: string | null = null): Html =>
  first(look, AUTH_STEPS, objection, html`<p>ワンタイムパスワードの利用登録を開始します。</p>
<section class="notes"><h3>トークンの登録について</h3>
<p>トークンの登録には、当金庫指定のトークンが必要となります。<br>
ソフトウェアトークンの入ったスマートフォンもしくは当金庫から配布されたハードウェアトークンをご用意下さい。</p></section>
${preparation(look, 'トークンの準備方法について')}
${authView(look, AUTH, contract)}`);

const choice = (chosen: string): Html => html`<label><input type="radio" name="BRD0010" value="1"${chosen === '1' ? ' checked' : ''}> 認証する</label>
<label><input type="radio" name="BRD0010" value="0"${chosen === '0' ? ' checked' : ''}> 認証しない</label>`;

/** 共同's manual ends the page with 「実行」, the others with 「登録」. */
export function entryPage(look: Look, places: Places, entry: { serial: string; choice: string }, objection: string | null = null): Html {
  const rows = [
    serialRow('シリアル番号(半角英数字)', entry.serial),
    row('ワンタイムパスワード(半角数字)', codeInput(look, { id: 'pswd001', name: 'BPW0010' })),
    ...(look.loginCode === 'choice' ? [row('ログイン時のワンタイムパスワード認証要否', choice(entry.choice))] : []),
  ];
  return first(look, STEPS, objection, html`${registrationNotice(look)}
${preparation(look, 'トークンをご用意されていない場合はこちら', 'plus')}
<form method="post" action="${ENTER}">
<section><h2>ワンタイムパスワードの登録</h2>
${entryTable(look, rows)}</section>
${whereToRead(look)}
${secondSecretSection(look, places)}
<p class="buttons">${next(look, look.endOfCard ? '実行' : '登録')} ${back(look, LOGIN, toLogin(look))}</p>
</form>`);
}
