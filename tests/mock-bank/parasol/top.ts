/** トップページ, 口座情報 and ご利用サービスの変更. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { MENU } from './application.ts';
import { entries } from './fields.ts';
import { situationOf, STATUS_NAMES } from './situation.ts';
import { ownPayee } from './transfer-pages.ts';
import { inside, lookOf, takeNotice, TOP } from './visit.ts';
import { accountsOf, type Account } from '../customers.ts';
import { link } from '../pages/fields.ts';
import type { Html } from '../pages/frame.ts';
import { yen } from '../pages/yen.ts';
import { japanTime } from '../receipt.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

const list = (names: string[], lines: Html[]): Html => html`<div class="wide"><table class="list">
<thead><tr>${names.map((name) => html`<th>${name}</th>`)}</tr></thead><tbody>${lines}</tbody></table></div>`;

const accountList = (accounts: Account[]): Html => list(['取引店', '科目', '口座番号', '残高'], accounts.map(({ branch, kind, number, balance }) =>
  html`<tr><td>${branch}</td><td>${kind}</td><td>${number}</td><td class="yen">${yen(balance)}</td></tr>`));

async function top(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const { status } = await situationOf(world.store, customer, world.now());
  return inside(c, {
    id: 'BTP001',
    title: 'トップページ',
    notice: await takeNotice(world, c),
    body: html`<p>${customer.name} 様　いつもご利用いただきありがとうございます。</p>
<h2>ワンタイムパスワード</h2>
${entries(lookOf(c), [{ label: '登録状況', control: STATUS_NAMES[status] }])}
<p class="buttons">${link(MENU, 'ワンタイムパスワード申請')}</p>
<h2>ご契約口座</h2>
${accountList(await accountsOf(world.store, customer.institution, customer.contract))}`,
  });
}

async function inquiry(world: World, c: Visit): Promise<Response> {
  const { institution, contract } = await expectCustomer(world, c);
  const done = await world.store.rows<{ receipt: string; account: string; payee: string; amount: number; at: number }>(
    'SELECT receipt, account, payee, amount, at FROM transfers WHERE institution = $1 AND contract = $2 ORDER BY at DESC, receipt LIMIT 50',
    [institution, contract],
  );
  const accounts = await accountsOf(world.store, institution, contract);
  const own = new Set(accounts.map(ownPayee));
  const lines = done.map(({ account, payee, amount, at }) =>
    html`<tr><td>${japanTime(at)}</td><td>${account}</td><td>${own.has(payee) ? '振替' : '振込'} ${payee}</td><td class="yen">${yen(amount)}</td></tr>`);
  return inside(c, {
    id: 'BAC001',
    title: '口座情報',
    body: html`<h2>残高照会</h2>
${accountList(accounts)}
<h2>入出金明細照会</h2>
${lines.length === 0 ? html`<p>お取引の明細はありません。</p>` : list(['日時', '口座番号', '摘要', 'お支払金額'], lines)}`,
  });
}

async function services(world: World, c: Visit): Promise<Response> {
  const { contract, mail, day_limit: limit } = await expectCustomer(world, c);
  return inside(c, {
    id: 'BSV001',
    title: 'ご利用サービスの変更',
    body: html`<h2>ご契約内容</h2>
${entries(lookOf(c), [
  { label: 'ログインID', control: contract },
  { label: '携帯電話メールアドレス', control: mail ?? '（登録されていません）' },
  { label: '1日あたりの振込限度額', control: yen(limit) },
])}
<h2>ご変更のお手続き</h2>
<ul class="menu"><li>${link(MENU, 'ワンタイムパスワード申請')}<p>ワンタイムパスワードのトークン発行、利用開始、利用解除を行います。</p></li></ul>
<p>その他のご変更は、お取引店の窓口で承ります。</p>`,
  });
}

export function topPages(app: Hono<SessionEnv>, world: World): void {
  app.get(TOP, (c) => top(world, c));
  app.get('/ib/bac001.do', (c) => inquiry(world, c));
  app.get('/ib/bsv001.do', (c) => services(world, c));
}
