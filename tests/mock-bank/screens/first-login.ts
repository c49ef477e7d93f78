/** 2. First login: ログインパスワードの強制変更, then 重要なお知らせ with its two choices. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { bankOf, enterStage, only, page, sendToLogin } from './visit.ts';
import type { CustomerRow } from '../customers.ts';
import { form } from '../form.ts';
import { entryTable, keyboardPassword, link, next, row } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';
import { endOfCardNotice } from '../pages/notices.ts';
import { hashPassword, isPassword, objectionTo } from '../passwords.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

const CHANGE = '/webbk/login/b-chgpw.do';
const NEWS = '/webbk/login/b-info.do';

function changeView(look: Look, objection: string | null = null): Html {
  return frame({
    look,
    title: 'ログイン',
    help: 'change-password',
    objection,
    body: html`<p class="notice"><b>!</b> パスワードのご利用可能期間が過ぎました。新しいパスワードを設定してください。<br>
今後ご利用される場合は、今回入力したパスワードを使用してください。</p>
<form method="post" action="${CHANGE}">
<h2>ログインパスワードの強制変更</h2>
${entryTable(look, [row(html`新しいログインパスワード<br>(半角英数字)`, html`<p>6～12桁で必ず数字、英字それぞれ1文字以上使用してください。</p>
<div>${keyboardPassword({ id: 'pswd001', name: 'BPW0010' })}</div>
<p>確認のため、再度入力してください。</p>
<div>${keyboardPassword({ id: 'pswd002', name: 'BPW0020' })}</div>`)])}
<p class="buttons">${next(look, '変更')}</p>
</form>`,
  });
}

function news({ tokenRequired, endOfCard, name }: Look): Html {
  if (tokenRequired)
    return html`<p>${name}では、2020年11月30日より、ログイン及び取引時等のワンタイムパスワードの入力が必須となります。</p>
<p>ワンタイムパスワードは後からでも設定できますが、先に設定することをお勧めします。</p>`;
  if (endOfCard) return endOfCardNotice();
  return html`<p>ワンタイムパスワード認証をご利用いただくことで、第三者による不正ログインおよび不正送金のリスクを減らすことができます。</p>`;
}

/** Nothing to register for a contract that only inquires: 利用開始 would refuse it. */
function newsView(look: Look, { inquiry_only }: CustomerRow): Html {
  const register = html`<a class="button go" href="/webbk/otp/b-start-auth.do">ワンタイムパスワードを登録する</a>
<a class="button" href="/webbk/top.do">登録せずにトップページへ進む</a>`;
  return frame({
    look,
    title: '重要なお知らせ',
    help: 'otp',
    body: html`<section class="notice">
<h2>ワンタイムパスワードのご利用について</h2>
${inquiry_only ? html`<p>照会のみのご契約では、ワンタイムパスワードはご利用いただけません。登録のお手続きは必要ありません。</p>` : news(look)}
</section>
<p class="buttons">${inquiry_only ? link('/webbk/top.do', 'トップページへ進む') : register}</p>`,
  });
}

async function change(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const { BPW0010: first, BPW0020: second } = await form(c, 'BPW0010', 'BPW0020');
  const { institution, contract } = customer;
  const seen = { kind: 'password-change' as const, institution, contract };
  const isCurrent = (password: string): boolean => isPassword(customer.password, password);
  const objection = objectionTo({ first, second, contract, isCurrent });
  if (objection !== null) {
    world.note({ ...seen, outcome: 'refused' });
    return page(c, changeView(bankOf(c), objection));
  }
  // Only over the first password: of two visits at this page the second may not take the owner's new one away.
  const changed = await world.store.rows(
    'UPDATE customers SET password = $3, must_change = false WHERE institution = $1 AND contract = $2 AND must_change AND password = $4 RETURNING contract',
    [institution, contract, hashPassword(first), customer.password],
  );
  if (changed.length === 0) return sendToLogin(world, c);
  world.note({ ...seen, outcome: 'accepted' });
  await enterStage(world, c, { institution, contract, stage: 'in' });
  return c.redirect(NEWS, 303);
}

export function firstLogin(app: Hono<SessionEnv>, world: World): void {
  app.get(CHANGE, only(world, 'must-change'), (c) => page(c, changeView(bankOf(c))));
  app.post(CHANGE, only(world, 'must-change'), (c) => change(world, c));
  app.get(NEWS, only(world, 'in'), async (c) => page(c, newsView(bankOf(c), await expectCustomer(world, c))));
}
