/** Screens of the simulated phone: its two apps, and a token with its code. */
import { html } from 'hono/html';
import { institutionSelect } from './chooser.ts';
import { onward } from './frame.ts';
import type { Shown } from '../devices.ts';
import { INSTITUTIONS } from '../institutions.ts';
import type { Html } from '../pages/frame.ts';
import type { TokenRow } from '../tokens.ts';

export const SHINKIN = INSTITUTIONS.filter(({ platform }) => platform === 'shinkin');

/** What was typed, to be shown again; never the password. */
export interface Typed {
  serviceId?: string;
  userId?: string;
  serial?: string;
  agreed?: boolean;
}

/** Seed 002's 「アプリ初期設定」, with its order and words. */
const creditUnionApp = ({ serviceId = '', userId = '', agreed = false }: Typed): Html => html`<section class="app" id="union"><h2>ワンタイムPW（信用組合）</h2>
<p>サービスIDとユーザーID、利用開始パスワードを入力し、送信ボタンを押してください。</p>
<form method="post" action="/phone/activate"><label>サービスID <input type="text" name="serviceId" maxlength="40" autocomplete="off" value="${serviceId}"></label>
<label>ユーザーID <input type="text" name="userId" maxlength="40" autocomplete="off" value="${userId}"></label>
<label>利用開始パスワード <input type="password" inputmode="numeric" name="password" maxlength="8" autocomplete="off"></label>
<p class="terms">トークンはこの模擬のスマートフォンに保存されます。他人に画面を見せないでください。</p>
<label class="agree"><input type="checkbox" name="agree" value="1"${agreed ? ' checked' : ''}> 上記の内容に同意する。</label>
<button class="button main">送信</button></form>
<p class="english" lang="en">Credit union: both IDs are in the mail and on the bank's page; the password is the one you chose at トークン発行.</p></section>`;

const shinkinApp = (): Html => html`<section class="app" id="shinkin"><h2>しんきん（個人）ワンタイムパスワード</h2>
<p>別の端末のソフトウェアトークンです。「交換」をためすときに使います。</p>
<form method="post" action="/phone/new">${institutionSelect(SHINKIN, SHINKIN[0]?.code ?? '')}
<button class="button main">新しいトークンを発行</button></form>
<p class="english" lang="en">Shinkin banks: a token on another device, to try an exchange.</p></section>`;

const known = ({ serial = '' }: Typed): Html => html`<section class="app" id="known"><h2>発行済のトークンを開く</h2>
<form method="get" action="/phone/token"><label>シリアル番号 <input type="text" name="serial" maxlength="12" size="14" autocomplete="off" value="${serial}"></label>
<button class="button">開く</button></form>
<p class="english" lang="en">Show a token of this phone again.</p></section>`;

export const phoneHome = (typed: Typed = {}): Html => html`<div class="apps">${creditUnionApp(typed)}<div class="apps">${shinkinApp()}${known(typed)}</div></div>`;

const screen = (body: Html): Html => html`<div class="phone"><div class="screen">${body}</div></div>`;

/** Seed 002: 完了, then the name to show, which may get words added: 「あかぎ信用組合（本店用）」. */
export const setUpDone = (serial: string, institution: string): Html => screen(html`<h2>トークン初期設定完了</h2>
<p>トークン初期設定が正常に完了しました。</p>
<p>スマートフォンの日時を日本時間に合わせて、タイムゾーンを日本に設定してください。ワンタイムパスワードは60秒毎に変わりますので、ご利用の都度、表示されているものをご利用ください。</p>
<form method="get" action="/phone/token"><input type="hidden" name="serial" value="${serial}">
<h3>トークン表示名設定</h3><p>トークン表示名：${institution}</p>
<label>［任意］追加文言（例：本店用） <input type="text" name="name" maxlength="10" size="12" autocomplete="off"></label>
<button class="button main">登録</button></form>`);

/** 「ワンタイムパスワードは画面中央に、シリアル番号は画面下に」. */
export const tokenScreen = ({ serial, period }: TokenRow, shownAs: string, { code, seconds }: Shown): Html => html`${screen(html`<h2>${shownAs}</h2>
<p>ワンタイムパスワード</p><p class="digits" data-ends><output>${code}</output></p>
<p class="left">あと <b data-seconds>${seconds}</b> 秒（${period}秒ごとに変わります）</p>
<p>シリアル番号</p><p class="serial">${serial}</p>`)}
<p class="hint">この画面は、新しいパスワードになると自動で切り替わります。アドレスを控えておくと、いつでも開けます。</p>
${onward('/phone', 'スマートフォンの最初の画面へ')}`;
