/** The pages of 交換, apart from what they do. */
import { html } from 'hono/html';
import { authView, toLogin } from './errand.ts';
import { LOGIN } from './visit.ts';
import { whereToRead } from '../pages/code-section.ts';
import { back, codeInput, entryTable, next, row, serialRow } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';

export const TITLE = 'ワンタイムパスワード交換';
export const STEPS = ['利用者認証', '現在のトークンの認証', '新しいトークンの登録', '処理結果'];
export const AUTH = '/webbk/otp/b-change-auth.do';
export const OLD = '/webbk/otp/b-change-old.do';
export const NEW = '/webbk/otp/b-change-new.do';
export const END = '/webbk/otp/b-change-end.do';

const step = (look: Look, at: number, objection: string | null, body: Html): Html =>
  frame({ look, title: TITLE, help: 'exchange', steps: { names: STEPS, at }, objection, body });

/** The three of the manual. */
const CAUTIONS = [
  '新しいトークンの利用登録が完了するまでは、旧端末のソフトウェアトークンをアンインストールしないで下さい。',
  '変更前の端末によっては、トークンを起動出来ない場合（ＳＩＭカードを抜いた状態など）があります。その場合は当金庫までご連絡ください。再発行処理を行います。',
  'ハードウェアトークンは当庫から発送したもののみ利用可能です。ハードウェアトークンは、申込いただいた後、お客さま宛に発送いたします。',
] as const;

export const authPage = (look: Look, contract = '', objection: string | null = null): Html =>
  step(look, 0, objection, html`<p>トークンの交換を開始します。</p>
<p>新しいスマートフォンにトークンをダウンロードしてください。（または、当庫より発送されたハードウェアトークンを手元にご用意ください。）</p>
${authView(look, AUTH, contract)}
<section class="notes"><h3>※注意事項※</h3><ol>${CAUTIONS.map((line) => html`<li>${line}</li>`)}</ol></section>`);

export const oldPage = (look: Look, objection: string | null = null): Html =>
  step(look, 1, objection, html`<form method="post" action="${OLD}">
<h2>旧トークン（現在ご利用中のトークン）の認証</h2>
${entryTable(look, [row('旧トークンのワンタイムパスワード(半角数字)', codeInput(look, { id: 'pswd001', name: 'BPW0010' }))])}
<p class="buttons">${next(look, '次へ')} ${back(look, LOGIN, toLogin(look))}</p></form>`);

export const newPage = (look: Look, serial = '', objection: string | null = null): Html =>
  step(look, 2, objection, html`<form method="post" action="${NEW}">
<h2>新しいトークンの登録</h2>
${entryTable(look, [
  serialRow('シリアル番号(半角英数字)', serial),
  row('ワンタイムパスワード(半角数字)', codeInput(look, { id: 'pswd001', name: 'BPW0010' })),
])}
${whereToRead(look)}
<p class="buttons">${next(look, '登録')} ${back(look, LOGIN, toLogin(look))}</p></form>`);
