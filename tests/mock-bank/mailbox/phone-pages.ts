/** Screens of the simulated phone: its two apps, and a token with its code. */
import { html } from 'hono/html';
import { institutionSelect } from './chooser.ts';
import { onward } from './frame.ts';
import type { Shown } from '../devices.ts';
import { INSTITUTIONS } from '../institutions.ts';
import type { Html } from '../pages/frame.ts';
import type { TokenRow } from '../tokens.ts';

/** Characters of the words added to a token's name. */
export const LONGEST_ADDED = 10;

export const SHINKIN = INSTITUTIONS.filter(({ platform }) => platform === 'shinkin');

/** What was typed, to be shown again; never the password. */
export interface Typed {
  serviceId?: string;
  userId?: string;
  serial?: string;
  agreed?: boolean;
}

/** The manual's 「アプリ初期設定」, with its order and words. */
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

/** Which token is being set up, and the words that its holder adds to its name. */
export interface Naming {
  serial: string;
  /** The institution's name. */
  institution: string;
  added: string;
}

/** One space between, whatever was typed: 「あかぎ信用組合 本店用」. */
export const shownName = (name: string, added: string): string => (added === '' ? name : `${name} ${added}`);

/** On to the next of the set-up's screens; nothing of it is kept but the token itself. */
const next = (path: string, serial: string, label: string, between: Html): Html => html`<form method="get" action="${path}"><input type="hidden" name="serial" value="${serial}">
${between}<button class="button main">${label}</button></form>`;

/** The manual, STEP 2B-6 to 8: 完了, the name to show, 注意メッセージ; then the code. */
export const setUpDone = ({ serial }: Naming): Html => screen(html`<h2>トークン初期設定完了</h2>
<p>トークン初期設定が正常に完了しました。</p>
<p>スマートフォンの日時を日本時間に合わせて、タイムゾーンを日本に設定してください。ワンタイムパスワードは60秒毎に変わりますので、ご利用の都度、表示されているものをご利用ください。</p>
${next('/phone/name', serial, '次へ', html``)}`);

export const nameScreen = ({ serial, institution }: Naming): Html => screen(html`<h2>トークン表示名設定</h2>
<p>必要に応じ、トークン表示名を設定します。</p>
<p class="name">トークン表示名　<b>${institution}</b></p>
<p>トークン表示名に任意の文言を追加・変更することができます。</p>
<p>変更前の追加文言: 未登録</p>
${next('/phone/caution', serial, '登録', html`<label>[任意] 変更後の追加文言: <input type="text" name="name" maxlength="${LONGEST_ADDED}" autocomplete="off"></label>
<p class="hint">(例) 追加文言に本店用と入力された場合、トークン表示名は以下の通りとなります。<br>「${institution} 本店用」</p>`)}`);

/** The manual shows this message only as a picture: the words are ours, the advice its own for a change of telephone. */
export const cautionScreen = ({ serial, added }: Naming): Html => screen(html`<h2>注意メッセージ</h2>
<p>スマートフォンの機種変更等をされる場合は、事前にワンタイムパスワード利用解除を行ってください。</p>
${next('/phone/token', serial, 'OK', added === '' ? html`` : html`<input type="hidden" name="name" value="${added}">`)}`);

/** 「ワンタイムパスワードは画面中央に、シリアル番号は画面下に」. */
export const tokenScreen = ({ serial, period }: TokenRow, shownAs: string, { code, seconds }: Shown): Html => html`${screen(html`<h2>${shownAs}</h2>
<p>ワンタイムパスワード</p><p class="digits" data-ends><output>${code}</output></p>
<p class="left">あと <b data-seconds>${seconds}</b> 秒（${period}秒ごとに変わります）</p>
<p>シリアル番号</p><p class="serial">${serial}</p>`)}
<p class="hint">この画面は、新しいパスワードになると自動で切り替わります。アドレスを控えておくと、いつでも開けます。</p>
${onward('/phone', 'スマートフォンの最初の画面へ')}`;
