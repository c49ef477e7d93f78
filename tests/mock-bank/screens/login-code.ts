/** 4. ログイン with a code, when 「認証する」 was chosen. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { toLogin } from './errand.ts';
import { sentenceFor, SIX_DIGITS } from './sentences.ts';
import { bankOf, enterStage, expectCustomer, LOGIN, only, page, type PlatformEnv, type Visit } from './visit.ts';
import { asDigits } from '../digits.ts';
import { form } from '../form.ts';
import { back, codeInput, entryTable, next, row } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';
import { spendCode } from '../tokens.ts';
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
  const { institution, contract, serial } = customer;
  const code = asDigits((await form(c, 'BPW0010')).BPW0010);
  if (!/^\d{6}$/.test(code)) return page(c, loginCodeView(bankOf(c), SIX_DIGITS));
  const verdict = await world.store.transaction((tables) =>
    spendCode({ seal: world.seal, now: world.now() }, tables, { serial: serial ?? '', code, wanted: 'ACTIVE' }));
  const seen = { kind: 'login' as const, institution, contract, ...(serial === null ? {} : { serial }), ...('step' in verdict ? { step: verdict.step } : {}) };
  if (verdict.kind !== 'accepted') {
    world.note({ ...seen, outcome: 'refused', reason: verdict.kind });
    return page(c, loginCodeView(bankOf(c), sentenceFor(verdict, bankOf(c))));
  }
  world.note({ ...seen, outcome: 'accepted' });
  await enterStage(world, c, { institution, contract, stage: 'in' });
  return c.redirect('/webbk/top.do', 303);
}

export function loginCode(app: Hono<PlatformEnv>, world: World): void {
  app.get(PATH, only(world, 'login-code'), (c) => page(c, loginCodeView(bankOf(c))));
  app.post(PATH, only(world, 'login-code'), (c) => check(world, c));
}
