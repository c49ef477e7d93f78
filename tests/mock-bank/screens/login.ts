/** 1. ログイン, with the three errands about tokens beside it. */
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { authenticate } from './authentication.ts';
import { barePage } from './layout.ts';
import { bankOf, enterStage, LOGIN, moveOn, page } from './visit.ts';
import { asDigits } from '../digits.ts';
import { form } from '../form.ts';
import { institutionOf } from '../institutions.ts';
import { contractRow, entryTable, keyboardPassword, next, plainRow } from '../pages/fields.ts';
import { frame, sentencePage, type Html } from '../pages/frame.ts';
import type { Look, Sheet } from '../pages/look.ts';
import type { SessionEnv, Visit } from '../visits.ts';
import type { World } from '../world.ts';

const ERRANDS = [
  ['/webbk/otp/b-start-auth.do', '利用開始'],
  ['/webbk/otp/b-change-auth.do', '交換'],
  ['/webbk/otp/b-stop.do', '利用中止'],
] as const;

/** Beside the login on the PC, under it on the smartphone. */
function errands({ layout }: Sheet): Html {
  const links = ERRANDS.map(([href, name]) => html`<a class="button" href="${href}">${name}</a>`);
  const guide = html`<a href="/webbk/help.do#about-otp" target="_blank" rel="noopener">ワンタイムパスワードのご案内</a>`;
  if (layout === 'phone') return html`<section><h2>ワンタイムパスワード</h2><ul class="errands">${links.map((one) => html`<li>${one}</li>`)}</ul><p>${guide}</p></section>`;
  return html`<div class="side"><h2>ワンタイムパスワード</h2>${links}<p>${guide}</p></div>`;
}

/** Also shown by the phishing copy. */
export function loginView(look: Look, { contract = '', objection = null, notice }: { contract?: string; objection?: string | null; notice?: string } = {}): Html {
  return frame({
    look,
    title: 'ログイン',
    help: 'login',
    objection,
    notice,
    body: html`<div class="columns">
<form method="post" action="${LOGIN}">
${entryTable(look, [contractRow(look, contract), plainRow('パスワード', keyboardPassword({ id: 'pswd001', name: 'BPW0010' }))])}
<p class="buttons">${next(look, 'ログイン', { arrow: false })}</p>
<p><a href="/webbk/help.do#login" target="_blank" rel="noopener">ログインでお困りの場合はこちら</a>　<a href="/webbk/help.do#browsers" target="_blank" rel="noopener">ご利用推奨環境</a></p>
</form>
${errands(look)}
</div>`,
  });
}

/** `bankcode` is base64 of the four digits; the redirect drops it from the address, as the real one does. */
async function arrive(world: World, c: Visit): Promise<Response> {
  const code = Buffer.from(c.req.query('bankcode') ?? '', 'base64').toString('latin1');
  const institution = /^\d{4}$/.test(code) ? institutionOf(code) : undefined;
  // The other platform's institutions are not entered here.
  if (institution?.platform !== 'shinkin') return c.html(sentencePage(barePage(c), 'エラー', '金融機関コードが正しくありません。金融機関のホームページからやり直してください。', false), 404);
  await enterStage(world, c, { institution: institution.code, contract: null, stage: 'visitor' });
  return c.redirect(LOGIN, 302);
}

/** Coming back to this page ends whatever was going on. */
async function show(world: World, c: Visit): Promise<Response> {
  const { session } = c.var;
  const { notice } = session.draft;
  if (session.stage !== 'visitor') await enterStage(world, c, { institution: session.institution, contract: null, stage: 'visitor' });
  else if (notice !== undefined) await moveOn(world, c, 'visitor');
  return page(c, loginView(bankOf(c), notice === undefined ? {} : { notice }));
}

async function logIn(world: World, c: Visit): Promise<Response> {
  const { BTX0010: contract, BPW0010: password } = await form(c, 'BTX0010', 'BPW0010');
  const institution = bankOf(c);
  const result = await authenticate(world, { institution: institution.code, contract, password });
  if ('objection' in result) {
    world.note({ kind: 'login', outcome: 'refused', reason: 'password', institution: institution.code });
    return page(c, loginView(institution, { contract: asDigits(contract), objection: result.objection }));
  }
  const { customer } = result;
  const asked = customer.serial !== null && (customer.code_at_login || institution.loginCode === 'always');
  const stage = customer.must_change ? 'must-change' : asked ? 'login-code' : 'in';
  await enterStage(world, c, { institution: institution.code, contract: customer.contract, stage });
  if (stage === 'in') world.note({ kind: 'login', outcome: 'accepted', institution: institution.code, contract: customer.contract });
  const ways = { 'must-change': '/webbk/login/b-chgpw.do', 'login-code': '/webbk/login/b-otp.do', in: '/webbk/top.do' };
  return c.redirect(ways[stage], 303);
}

/** The entry address is open to everybody; it comes before the session check. */
export function entry(app: Hono<SessionEnv>, world: World): void {
  app.get('/webbk/login/b-prelogin.do', (c) => arrive(world, c));
}

export function login(app: Hono<SessionEnv>, world: World): void {
  app.get(LOGIN, (c) => show(world, c));
  app.post(LOGIN, (c) => logIn(world, c));
  app.get('/webbk/logout.do', async (c) => {
    await enterStage(world, c, {
      institution: c.var.session.institution,
      contract: null,
      stage: 'visitor',
      draft: { notice: 'ログアウトしました。ご利用ありがとうございました。' },
    });
    return c.redirect(LOGIN, 303);
  });
}
