/** ワンタイムパスワード申請: the menu (BOM001) and the choice of what to apply for (BOP001). */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { entries } from './fields.ts';
import type { Look } from './frame.ts';
import { objectionToIssue, objectionToRelease, objectionToStart, situationOf, STATUS_NAMES } from './situation.ts';
import { inside, lookOf, takeNotice, TOP } from './visit.ts';
import { form } from '../form.ts';
import { link } from '../pages/fields.ts';
import type { Html } from '../pages/frame.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

export const MENU = '/ib/bom001.do';
export const CHOICE = '/ib/bop001.do';
export const ISSUE = '/ib/bot001.do';
export const START = '/ib/bos001.do';
export const RELEASE = '/ib/bok001.do';

const menu = (c: Visit): Response | Promise<Response> => inside(c, {
  id: 'BOM001',
  title: 'ワンタイムパスワード申請メニュー',
  body: html`<p>ご利用になるお手続きを選択して下さい。</p>
<ul class="menu"><li><a class="button" href="${CHOICE}">ワンタイムパスワード申請</a>
<p>ワンタイムパスワードのトークン発行、利用開始、利用解除を行います。</p></li></ul>`,
});

/** The manual's text, word by word. */
const notes = (): Html => html`<section class="notes"><h2>注意事項</h2>
<h3>&lt;ワンタイムパスワードとは&gt;</h3>
<ul><li>「ワンタイムパスワード」とは、1分毎に更新される使い捨てのパスワードで、利用者は携帯電話からワンタイムパスワードを取得し、パソコンに入力します。</li>
<li>接続時に、「ログインID」と「ログインパスワード」に加えて「ワンタイムパスワード」を入力することにより、不正利用の防止を強化することができます。</li></ul>
<h3>&lt;トークンとは&gt;</h3>
<ul><li>「トークン」とは、ワンタイムパスワードを生成し携帯電話に表示する方式のことです。</li>
<li>「トークン発行」とは、お客様の携帯電話に「トークン」として利用するための専用プログラムをダウンロードする作業のことです。</li></ul>
<h3>&lt;ワンタイムパスワード利用解除とは&gt;</h3>
<ul><li>携帯電話の機種変更等で現在のワンタイムパスワードアプリが使用できなくなる場合にワンタイムパスワード利用解除を実施してください。次回ログイン時から、「ワンタイムパスワード認証画面」が表示されず、通常のログイン手続きとなります。</li>
<li>翌日以降に、新たに「トークン発行」「ワンタイムパスワード利用開始」を実施してワンタイムパスワードの利用を再開ください。</li></ul></section>`;

const button = (value: string, label: string): Html => html`<button type="submit" class="button" name="BBT0010" value="${value}">${label}</button>`;

function choiceBody(look: Look, status: string, ids: { service: string; user: string }): Html {
  return html`<p>ワンタイムパスワードの登録情報を表示します。<br>登録情報の変更を行う場合は変更対象ボタンを押して下さい。</p>
<h2>ワンタイムパスワード登録状況</h2>
${entries(look, [{ label: '登録状況', control: status }])}
<h2>トークン情報</h2>
${entries(look, [{ label: 'サービスID', control: ids.service }, { label: 'ユーザID', control: ids.user }])}
${notes()}
<form method="post" action="${CHOICE}">
<p class="buttons">${button('issue', 'トークン発行')} ${button('start', 'ワンタイムパスワード利用開始')} ${button('release', 'ワンタイムパスワード利用解除')}</p>
</form>
<p class="buttons">${link(TOP, 'トップページへ')}</p>`;
}

/** Also what every page of the three flows falls back to. */
export async function showChoice(world: World, c: Visit, objection: string | null = null): Promise<Response> {
  const { status, activation } = await situationOf(world.store, await expectCustomer(world, c), world.now());
  const ids = { service: activation?.service_id ?? '－', user: activation?.user_id ?? '－' };
  const notice = await takeNotice(world, c);
  return inside(c, { id: 'BOP001', title: 'ワンタイムパスワード申請内容選択', objection, notice, body: choiceBody(lookOf(c), STATUS_NAMES[status], ids) });
}

async function choose(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const situation = await situationOf(world.store, customer, world.now());
  const { BBT0010: chosen } = await form(c, 'BBT0010');
  const ways: Record<string, [string, string | null]> = {
    issue: [ISSUE, await objectionToIssue(world.store, customer, world.now())],
    start: [START, objectionToStart(situation, customer)],
    release: [RELEASE, objectionToRelease(situation)],
  };
  const [path, objection] = (Object.hasOwn(ways, chosen) && ways[chosen]) || [CHOICE, '変更対象のボタンを押して下さい。'];
  return objection === null ? c.redirect(path, 303) : showChoice(world, c, objection);
}

export function application(app: Hono<SessionEnv>, world: World): void {
  app.get(MENU, menu);
  app.get(CHOICE, (c) => showChoice(world, c));
  app.post(CHOICE, (c) => choose(world, c));
}
