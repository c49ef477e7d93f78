/** トップページ, サービス一覧 and 入出金明細照会. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { COLLECTORS } from './collectors.ts';
import { bankOf, only, page } from './visit.ts';
import { accountsOf } from '../customers.ts';
import { frame, type Html } from '../pages/frame.ts';
import { list } from '../pages/list.ts';
import { japanTime } from '../receipt.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

const within = (c: Visit, title: string, body: Html): Response | Promise<Response> =>
  page(c, frame({ look: bankOf(c), title, help: 'general', loggedIn: true, body }));

async function top(world: World, c: Visit): Promise<Response> {
  const { institution, contract, name, serial, inquiry_only } = await expectCustomer(world, c);
  const accounts = await accountsOf(world.store, institution, contract);
  const advice = serial === null && !inquiry_only
    ? html`<p class="notice">ワンタイムパスワードのご利用登録がお済みではありません。<a href="/webbk/otp/b-start-auth.do">ワンタイムパスワードを登録する</a></p>` : '';
  return within(c, 'トップページ', html`<p>${name} 様　いつもご利用いただきありがとうございます。</p>
${advice}
<h2>ご契約口座</h2>
${list(bankOf(c), ['支店名', '科目', '口座番号', '残高'], accounts.map(({ branch, kind, number, balance }) => [branch, kind, number, balance]))}`);
}

interface Booking {
  kind: 'transfer' | 'payment';
  account: string;
  /** The payee, or the biller's number. */
  whom: string;
  amount: number;
  at: number;
}

const remark = ({ kind, whom }: Booking): string =>
  kind === 'transfer' ? `振込 ${whom}` : `収納 ${COLLECTORS.find(({ code }) => code === whom)?.name ?? whom}`;

async function inquiry(world: World, c: Visit): Promise<Response> {
  const { institution, contract } = await expectCustomer(world, c);
  const booked = await world.store.rows<Booking>(
    `SELECT 'transfer' AS kind, receipt, account, payee AS whom, amount, at FROM transfers WHERE institution = $1 AND contract = $2
     UNION ALL SELECT 'payment', receipt, account, collector, amount, at FROM payments WHERE institution = $1 AND contract = $2
     ORDER BY at DESC, receipt LIMIT 50`,
    [institution, contract],
  );
  const lines = booked.map((one) => [japanTime(one.at), one.account, remark(one), one.amount]);
  return within(c, '入出金明細照会', lines.length === 0
    ? html`<p>お取引の明細はありません。</p>` : list(bankOf(c), ['日時', '口座番号', '摘要', 'お支払金額'], lines));
}

const SERVICES = [
  ['/webbk/inquiry.do', '入出金明細照会'],
  ['/webbk/transfer/b-accounts.do', '振込'],
  ['/webbk/limit/b-limit.do', '利用限度額変更'],
  ['/webbk/payment/b-slip.do', '収納サービス（税金等各種料金の払込み）'],
  ['/webbk/otp/b-start-auth.do', 'ワンタイムパスワード利用開始'],
  ['/webbk/otp/b-change-auth.do', 'ワンタイムパスワード交換'],
  ['/webbk/otp/b-stop.do', 'ワンタイムパスワード利用中止'],
] as const;

const services = (c: Visit): Response | Promise<Response> =>
  within(c, 'サービス一覧', html`<ul class="services">${SERVICES.map(([href, name]) => html`<li><a href="${href}">${name}</a></li>`)}</ul>`);

export function topPages(app: Hono<SessionEnv>, world: World): void {
  app.get('/webbk/top.do', only(world, 'in'), (c) => top(world, c));
  app.get('/webbk/inquiry.do', only(world, 'in'), (c) => inquiry(world, c));
  app.get('/webbk/services.do', only(world, 'in'), (c) => services(c));
}
