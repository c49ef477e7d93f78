/** One request to the credit-union platform: its session, its layout, its customer, its form. */
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { frame, LOGIN, sentencePage, type Layout, type Look, type Screen } from './frame.ts';
import { customerOf, type CustomerRow } from '../customers.ts';
import { fromElsewhere } from '../form.ts';
import { expectInstitution, institutionOf } from '../institutions.ts';
import { beginSession, changeSession, endSession, findSession, type Done, type Draft, type Session } from '../session.ts';
import type { Tables } from '../store.ts';
import type { World } from '../world.ts';

export type UnionEnv = { Variables: { session: Session } };
export type Visit = Context<UnionEnv>;

const COOKIE = 'IBSESSION';
export const LAYOUT_COOKIE = 'IBLAYOUT';
export const TOP = '/ib/btp001.do';
const IDLE_SENTENCE = '一定時間操作がなかったため、タイムアウトしました。お手数ですが、もう一度ログインしてください。';
const LOST_SENTENCE = 'お手続きの順序が正しくないか、接続が切れました。お手数ですが、もう一度ログインしてください。';
const ORDER_SENTENCE = 'お手続きの順序が正しくないか、お手続きが既に終わっています。もう一度はじめから操作してください。';

/** What the customer chose at the foot of a page, else what the browser says of itself. */
export function layoutOf(c: Context): Layout {
  const chosen = getCookie(c, LAYOUT_COOKIE);
  if (chosen === 'pc' || chosen === 'phone') return chosen;
  return /Mobile|Android|iPhone/.test(c.req.header('user-agent') ?? '') ? 'phone' : 'pc';
}

export const lookOf = (c: Visit): Look => ({ name: expectInstitution(c.var.session.institution).name, layout: layoutOf(c) });

/** Gives the visitor a new session and its cookie, and takes the old one away. */
export async function enterStage(
  world: World,
  c: Visit,
  start: { institution: string; contract: string | null; stage: 'visitor' | 'union-code' | 'union-in'; draft?: Draft },
): Promise<void> {
  const old = getCookie(c, COOKIE);
  if (old) await endSession(world.store, { cookie: old });
  const session = await beginSession(world.store, world.now(), start);
  c.set('session', session);
  setCookie(c, COOKIE, session.cookie, { httpOnly: true, sameSite: 'Lax', path: '/ib' });
}

/** The next page of a customer who is logged in. */
export async function moveOn(world: World, c: Visit, path: string, draft: Draft = {}): Promise<Response> {
  await changeSession(world.store, c.var.session, { stage: 'union-in', draft });
  return c.redirect(path, 303);
}

/** What the completion page shows, written with the deed itself: whoever's line breaks then finds it on coming back. */
export function complete(tables: Tables, c: Visit, done: Done): Promise<void> {
  return changeSession(tables, c.var.session, { stage: 'union-in', draft: { done } });
}

/** Out of order, or done already: nothing happens, and the flow's first page says so. */
export const startAgain = (world: World, c: Visit, path: string): Promise<Response> => moveOn(world, c, path, { notice: ORDER_SENTENCE });

/** A notice is read once. */
export async function takeNotice(world: World, c: Visit): Promise<string | undefined> {
  const { session } = c.var;
  const { notice, ...draft } = session.draft;
  if (notice !== undefined) await changeSession(world.store, session, { stage: session.stage, draft });
  return notice;
}

/** Back to BLI001, with a sentence. */
export async function sendToLogin(world: World, c: Visit, notice = LOST_SENTENCE): Promise<Response> {
  await enterStage(world, c, { institution: c.var.session.institution, contract: null, stage: 'visitor', draft: { notice } });
  return c.redirect(LOGIN, 303);
}

export function visits(world: World): MiddlewareHandler<UnionEnv> {
  return async (c, next) => {
    const nobody = { name: null, layout: layoutOf(c) };
    if (fromElsewhere(c)) return c.html(sentencePage(nobody, 'エラー', '別のサイトから送られた内容は受け付けられません。'), 403);
    const cookie = getCookie(c, COOKIE);
    const found = cookie ? await findSession(world.store, world.now(), cookie) : null;
    // A session of the shinkin platform, carried over by hand, is none here.
    if (!found || institutionOf(found.session.institution)?.platform !== 'parasol') {
      deleteCookie(c, COOKIE, { path: '/ib' });
      return c.html(sentencePage(nobody, 'エラー', '金融機関のホームページから、もう一度ログイン画面を開いてください。'), 400);
    }
    c.set('session', found.session);
    if (found.idle) return sendToLogin(world, c, IDLE_SENTENCE);
    return next();
  };
}

/** Only for those who came here step by step. */
export function only(world: World, stage: 'union-code' | 'union-in'): MiddlewareHandler<UnionEnv> {
  return async (c, next) => (c.var.session.stage === stage ? next() : sendToLogin(world, c));
}

/** The customer of a session past BLI001. */
export async function expectCustomer(world: World, c: Visit): Promise<CustomerRow> {
  const { institution, contract } = c.var.session;
  const customer = contract === null ? undefined : await customerOf(world.store, institution, contract);
  if (!customer) throw new Error('a session without its customer');
  return customer;
}

export const page = (c: Visit, screen: Screen): Response | Promise<Response> => c.html(frame(lookOf(c), screen));
/** A page with the menu, of a customer who is logged in. */
export const inside = (c: Visit, screen: Screen): Response | Promise<Response> => page(c, { loggedIn: true, ...screen });
