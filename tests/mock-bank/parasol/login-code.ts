/** BLI023 ログイン (ワンタイムパスワード認証): for everybody with a token in use, at every login. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { entries, go, link, secretInput } from './fields.ts';
import { LOGIN, type Look, type Screen } from './frame.ts';
import { LOGIN_CODE } from './login.ts';
import { sentenceFor, SIX_DIGITS } from './sentences.ts';
import { enterStage, expectCustomer, lookOf, only, page, TOP, type UnionEnv, type Visit } from './visit.ts';
import { asDigits } from '../digits.ts';
import { form } from '../form.ts';
import { spendCode } from '../tokens.ts';
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
  const { institution, contract, serial } = await expectCustomer(world, c);
  const code = asDigits((await form(c, 'BPW0010')).BPW0010);
  if (!/^\d{6}$/.test(code)) return page(c, codeScreen(lookOf(c), SIX_DIGITS));
  const verdict = await world.store.transaction((tables) =>
    spendCode({ seal: world.seal, now: world.now() }, tables, { serial: serial ?? '', code, wanted: 'ACTIVE' }));
  const seen = { kind: 'login' as const, institution, contract, ...(serial === null ? {} : { serial }), ...('step' in verdict ? { step: verdict.step } : {}) };
  if (verdict.kind !== 'accepted') {
    world.note({ ...seen, outcome: 'refused', reason: verdict.kind });
    return page(c, codeScreen(lookOf(c), sentenceFor(verdict)));
  }
  world.note({ ...seen, outcome: 'accepted' });
  await enterStage(world, c, { institution, contract, stage: 'union-in' });
  return c.redirect(TOP, 303);
}

export function loginCode(app: Hono<UnionEnv>, world: World): void {
  app.get(LOGIN_CODE, only(world, 'union-code'), (c) => page(c, codeScreen(lookOf(c))));
  app.post(LOGIN_CODE, only(world, 'union-code'), (c) => check(world, c));
}
