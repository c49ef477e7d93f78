/** 4. ログイン with a code, when 「認証する」 was chosen. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { toLogin } from './errand.ts';
import { sentenceFor } from './sentences.ts';
import { bankOf, enterStage, LOGIN, only, page } from './visit.ts';
import { SIX_DIGITS } from '../digits.ts';
import { form } from '../form.ts';
import { checkLoginCode } from '../login-code.ts';
import { back, codeInput, entryTable, next, row } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

const PATH = '/webbk/login/b-otp.do';

/** Also shown by the phishing copy. */
export function loginCodeView(look: Look, objection: string | null = null): Html {
  return frame({
    look,
    title: 'ログイン（ワンタイムパスワード認証）',
    help: 'login-code',
    objection,
    body: html`<form method="post" action="${PATH}">
<h2>ワンタイムパスワードの入力</h2>
${entryTable(look, [row('ワンタイムパスワード(半角数字)', codeInput(look, { id: 'pswd001', name: 'BPW0010' }))])}
<div class="notes"><p>トークンに表示された6桁の数字を入力してください。</p>
<p>※同じパスワードは連続して使用できませんので、新たなパスワードを使用してください。</p></div>
<p class="buttons">${next(look, 'ログイン', { arrow: false })} ${back(look, LOGIN, toLogin(look))}</p>
</form>`,
  });
}

async function check(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const verdict = await checkLoginCode(world, customer, (await form(c, 'BPW0010')).BPW0010);
  if (verdict?.kind !== 'accepted') return page(c, loginCodeView(bankOf(c), verdict ? sentenceFor(verdict, bankOf(c)) : SIX_DIGITS));
  await enterStage(world, c, { institution: customer.institution, contract: customer.contract, stage: 'in' });
  return c.redirect('/webbk/top.do', 303);
}

export function loginCode(app: Hono<SessionEnv>, world: World): void {
  app.get(PATH, only(world, 'login-code'), (c) => page(c, loginCodeView(bankOf(c))));
  app.post(PATH, only(world, 'login-code'), (c) => check(world, c));
}
