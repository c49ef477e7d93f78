/** トップページ, サービス一覧 and 入出金明細照会. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { bankOf, expectCustomer, only, page, type PlatformEnv, type Visit } from './visit.ts';
import { accountsOf } from '../customers.ts';
import { frame, type Html } from '../pages/frame.ts';
import { japanTime } from '../receipt.ts';
import type { World } from '../world.ts';

export const yen = (amount: number): string => `${amount.toLocaleString('ja-JP')}円`;

const within = (c: Visit, title: string, body: Html): Response | Promise<Response> =>
  page(c, frame({ institution: bankOf(c), title, help: 'general', loggedIn: true, body }));

async function top(world: World, c: Visit): Promise<Response> {
  const { institution, contract, name, serial } = await expectCustomer(world, c);
  const accounts = await accountsOf(world.store, institution, contract);
  const advice = serial === null
    ? html`<p class="notice">ワンタイムパスワードのご利用登録がお済みではありません。<a href="/webbk/otp/b-start-auth.do">ワンタイムパスワードを登録する</a></p>` : '';
  return within(c, 'トップページ', html`<p>${name} 様　いつもご利用いただきありがとうございます。</p>
${advice}
<h2>ご契約口座</h2>
<table class="list"><thead><tr><th>支店名</th><th>科目</th><th>口座番号</th><th>残高</th></tr></thead>
<tbody>${accounts.map((account) => html`<tr><td>${account.branch}</td><td>${account.kind}</td><td>${account.number}</td><td class="yen">${yen(account.balance)}</td></tr>`)}</tbody></table>`);
}

async function inquiry(world: World, c: Visit): Promise<Response> {
  const { institution, contract } = await expectCustomer(world, c);
  const done = await world.store.rows<{ receipt: string; account: string; payee: string; amount: number; at: number }>(
    'SELECT receipt, account, payee, amount, at FROM transfers WHERE institution = $1 AND contract = $2 ORDER BY at DESC LIMIT 50',
    [institution, contract],
  );
  const lines = done.map((line) => html`<tr><td>${japanTime(line.at)}</td><td>${line.account}</td><td>振込 ${line.payee}</td><td class="yen">${yen(line.amount)}</td></tr>`);
  return within(c, '入出金明細照会', done.length === 0 ? html`<p>お取引の明細はありません。</p>` : html`<table class="list">
<thead><tr><th>日時</th><th>口座番号</th><th>摘要</th><th>お支払金額</th></tr></thead><tbody>${lines}</tbody></table>`);
}

const services = (c: Visit): Response | Promise<Response> => within(c, 'サービス一覧', html`<ul>
<li><a href="/webbk/inquiry.do">入出金明細照会</a></li>
<li><a href="/webbk/transfer/b-accounts.do">振込</a></li>
<li><a href="/webbk/otp/b-start-auth.do">ワンタイムパスワード利用開始</a></li>
<li><a href="/webbk/otp/b-change-auth.do">ワンタイムパスワード交換</a></li>
<li><a href="/webbk/otp/b-stop.do">ワンタイムパスワード利用中止</a></li></ul>`);

export function topPages(app: Hono<PlatformEnv>, world: World): void {
  app.get('/webbk/top.do', only(world, 'in'), (c) => top(world, c));
  app.get('/webbk/inquiry.do', only(world, 'in'), (c) => inquiry(world, c));
  app.get('/webbk/services.do', only(world, 'in'), (c) => services(c));
}
