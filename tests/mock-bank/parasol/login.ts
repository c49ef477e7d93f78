/** The entry address, BLI001 ログイン and ログアウト. */
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { setCookie } from 'hono/cookie';
import { authenticate } from './authentication.ts';
import { entries, go, keyboardInput, textInput } from './fields.ts';
import { LAYOUT, LOGIN, LOGOUT, sentencePage, type Look, type Screen } from './frame.ts';
import { enterStage, layoutOf, LAYOUT_COOKIE, lookOf, page, sendToLogin, takeNotice, TOP } from './visit.ts';
import { eraseExpired } from '../activations.ts';
import { asDigits } from '../digits.ts';
import { form } from '../form.ts';
import { institutionOf } from '../institutions.ts';
import type { SessionEnv, Visit } from '../visits.ts';
import type { World } from '../world.ts';

export const LOGIN_CODE = '/ib/bli023.do';

function loginScreen(look: Look, { id = '', ...said }: { id?: string; objection?: string; notice?: string | undefined }): Screen {
  return {
    id: 'BLI001',
    title: 'ログイン',
    ...said,
    body: html`<section class="warning"><h2>インターネットバンキングの不正利用にご注意下さい</h2>
<ul><li>${look.name}を装ったメールや、心当たりのない電子メールにご注意下さい。${look.name}ではメールでパスワードの入力を頂くような依頼をすることは絶対にありません。そのような不審なメールへの返信は行わないようお願いいたします。</li></ul></section>
<form method="post" action="${LOGIN}">
<h2>初回利用登録がお済みの方</h2>
${entries(look, [
  { label: 'ログインID', hint: '半角英数字6~12桁', control: textInput({ id: 'txtBox001', name: 'BTX0010', length: 12, value: id }) },
  { label: 'ログインパスワード', hint: '半角英数字6~12桁', control: keyboardInput(look, { id: 'pswd001', name: 'BPW0010', length: 12, keys: 'letters' }) },
])}
<p class="buttons">${go('ログイン')}</p>
<p>安全性向上のためソフトウェアキーボードをご利用ください。</p>
</form>`,
  };
}

/** The redirect drops the institution from the address, as on the shinkin platform; from here on the session knows it. */
async function arrive(world: World, c: Visit): Promise<Response> {
  const code = c.req.query('CCT0080') ?? '';
  const institution = /^\d{4}$/.test(code) && c.req.query('PT') === 'BS' ? institutionOf(code) : undefined;
  if (institution?.platform !== 'parasol')
    return c.html(sentencePage({ name: null, layout: layoutOf(c) }, 'エラー', '金融機関コードが正しくありません。金融機関のホームページからやり直してください。'), 404);
  await enterStage(world, c, { institution: institution.code, contract: null, stage: 'visitor' });
  return c.redirect(LOGIN, 302);
}

/** Coming back to this page ends whatever was going on. */
async function show(world: World, c: Visit): Promise<Response> {
  const { institution, stage } = c.var.session;
  if (stage !== 'visitor') await enterStage(world, c, { institution, contract: null, stage: 'visitor' });
  return page(c, loginScreen(lookOf(c), { notice: await takeNotice(world, c) }));
}

async function logIn(world: World, c: Visit): Promise<Response> {
  const { BTX0010: id, BPW0010: password } = await form(c, 'BTX0010', 'BPW0010');
  const { institution } = c.var.session;
  const result = await authenticate(world, { institution, id, password });
  if ('objection' in result) {
    world.note({ kind: 'login', outcome: 'refused', reason: 'password', institution });
    return page(c, loginScreen(lookOf(c), { id: asDigits(id), objection: result.objection }));
  }
  // A 利用開始パスワード is not kept past its time, and here somebody may look whether it is.
  await eraseExpired(world);
  const { contract, serial, code_at_login: asked } = result.customer;
  if (serial !== null && asked) {
    await enterStage(world, c, { institution, contract, stage: 'union-code' });
    return c.redirect(LOGIN_CODE, 303);
  }
  world.note({ kind: 'login', outcome: 'accepted', institution, contract });
  await enterStage(world, c, { institution, contract, stage: 'union-in' });
  return c.redirect(TOP, 303);
}

/** The customer stays on the page at whose foot they clicked: every address of a form can also be looked at. */
function chooseLayout(c: Context): Response {
  const to = c.req.query('to');
  if (to === 'pc' || to === 'phone') setCookie(c, LAYOUT_COOKIE, to, { sameSite: 'Lax', path: '/ib', maxAge: 31_536_000 });
  const from = URL.parse(c.req.header('referer') ?? '');
  const stay = from?.origin === new URL(c.req.url).origin && /^\/ib\/b[a-z]{2}\d{3}\.do$/.test(from.pathname);
  return c.redirect(stay ? from.pathname : LOGIN, 303);
}

/** Open to everybody; before the session check. */
export function entry(app: Hono<SessionEnv>, world: World): void {
  app.get('/ib/index.do', (c) => arrive(world, c));
  app.get(LAYOUT, chooseLayout);
}

export function login(app: Hono<SessionEnv>, world: World): void {
  app.get(LOGIN, (c) => show(world, c));
  app.post(LOGIN, (c) => logIn(world, c));
  app.get(LOGOUT, (c) => sendToLogin(world, c, 'ログアウトしました。ご利用ありがとうございました。'));
}
