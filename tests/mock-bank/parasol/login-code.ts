/** BLI023 ログイン (ワンタイムパスワード認証): for everybody with a token in use, at every login. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { entries, go, secretInput } from './fields.ts';
import { LOGIN, type Look, type Screen } from './frame.ts';
import { LOGIN_CODE } from './login.ts';
import { sentenceFor } from './sentences.ts';
import { enterStage, lookOf, only, page, TOP } from './visit.ts';
import { SIX_DIGITS } from '../digits.ts';
import { form } from '../form.ts';
import { checkLoginCode } from '../login-code.ts';
import { link } from '../pages/fields.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

const codeScreen = (look: Look, objection: string | null = null): Screen => ({
  id: 'BLI023',
  title: 'ログイン (ワンタイムパスワード認証)',
  objection,
  body: html`<p>ワンタイムパスワードを入力し、「次へ」ボタンを押して下さい。</p>
<form method="post" action="${LOGIN_CODE}">
<h2>ワンタイムパスワードの入力</h2>
${entries(look, [{
  label: 'ワンタイムパスワード', hint: '半角数字', must: true,
  control: secretInput(look, { id: 'pswd001', name: 'BPW0010', length: 6, digits: true }),
}])}
<p class="buttons">${link(LOGIN, '中止する')} ${go('次へ')}</p>
</form>`,
});

async function check(world: World, c: Visit): Promise<Response> {
  const customer = await expectCustomer(world, c);
  const verdict = await checkLoginCode(world, customer, (await form(c, 'BPW0010')).BPW0010);
  if (verdict?.kind !== 'accepted') return page(c, codeScreen(lookOf(c), verdict ? sentenceFor(verdict) : SIX_DIGITS));
  await enterStage(world, c, { institution: customer.institution, contract: customer.contract, stage: 'union-in' });
  return c.redirect(TOP, 303);
}

export function loginCode(app: Hono<SessionEnv>, world: World): void {
  app.get(LOGIN_CODE, only(world, 'union-code'), (c) => page(c, codeScreen(lookOf(c))));
  app.post(LOGIN_CODE, only(world, 'union-code'), (c) => check(world, c));
}
