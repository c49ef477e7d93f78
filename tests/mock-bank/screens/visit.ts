/** One request to the platform: its session, its institution, its customer, its form. */
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { barePage, sheetOf } from './layout.ts';
import { customerOf, type CustomerRow } from '../customers.ts';
import { fromElsewhere } from '../form.ts';
import { expectInstitution, institutionOf } from '../institutions.ts';
import { sentencePage, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';
import { beginSession, changeSession, endSession, findSession, type Draft, type Session, type Stage } from '../session.ts';
import type { Tables } from '../store.ts';
import type { World } from '../world.ts';

export type PlatformEnv = { Variables: { session: Session } };
export type Visit = Context<PlatformEnv>;

const COOKIE = 'JSESSIONID';
export const LOGIN = '/webbk/login/b-login.do';
const IDLE_SENTENCE = '一定時間操作がなかったため、ログアウトしました。お手数ですが、もう一度ログインしてください。';
const LOST_SENTENCE = 'お手続きの順序が正しくないか、接続が切れました。お手数ですが、もう一度ログインしてください。';

/** Gives the visitor a new session and its cookie, and takes the old one away. */
export async function enterStage(
  world: World,
  c: Visit,
  start: { institution: string; contract: string | null; stage: Stage; draft?: Draft },
): Promise<void> {
  const old = getCookie(c, COOKIE);
  if (old) await endSession(world.store, { cookie: old });
  adopt(c, await beginSession(world.store, world.now(), start));
}

/**
 * The same in two halves, for a deed that must be done together with its 処理結果: this one within its transaction,
 * `adopt` once that is committed.
 */
export async function replaceSession(
  world: Pick<World, 'now'>,
  tables: Tables,
  c: Visit,
  start: { institution: string; contract: string | null; stage: Stage; draft?: Draft },
): Promise<Session> {
  await endSession(tables, c.var.session);
  return beginSession(tables, world.now(), start);
}

export function adopt(c: Visit, session: Session): void {
  c.set('session', session);
  setCookie(c, COOKIE, session.cookie, { httpOnly: true, sameSite: 'Lax', path: '/webbk' });
}

/** The same session, one step on. */
export async function moveOn(world: World, c: Visit, stage: Stage, draft: Draft = {}): Promise<void> {
  await changeSession(world.store, c.var.session, { stage, draft });
}

/** Back to the login of the same institution, with a sentence. */
export async function sendToLogin(world: World, c: Visit, notice = LOST_SENTENCE): Promise<Response> {
  await enterStage(world, c, { institution: c.var.session.institution, contract: null, stage: 'visitor', draft: { notice } });
  return c.redirect(LOGIN, 303);
}

export function visits(world: World): MiddlewareHandler<PlatformEnv> {
  return async (c, next) => {
    if (fromElsewhere(c)) return c.html(sentencePage(barePage(c), 'エラー', '別のサイトから送られた内容は受け付けられません。', false), 403);
    const cookie = getCookie(c, COOKIE);
    const found = cookie ? await findSession(world.store, world.now(), cookie) : null;
    // A session of the credit unions' platform, carried over by hand, is none here.
    if (!found || institutionOf(found.session.institution)?.platform !== 'shinkin') {
      deleteCookie(c, COOKIE, { path: '/webbk' });
      return c.html(sentencePage(barePage(c), 'エラー', '金融機関のホームページから、もう一度ログイン画面を開いてください。', false), 400);
    }
    c.set('session', found.session);
    if (found.idle) return sendToLogin(world, c, IDLE_SENTENCE);
    return next();
  };
}

/** Only for those who came here step by step. */
export function only(world: World, ...stages: Stage[]): MiddlewareHandler<PlatformEnv> {
  return async (c, next) => (stages.includes(c.var.session.stage) ? next() : sendToLogin(world, c));
}

/** The session's institution, in the layout of this visitor. */
export function bankOf(c: Visit): Look {
  const institution = expectInstitution(c.var.session.institution);
  return { ...institution, ...sheetOf(c, institution.firstLayout) };
}

/** The customer of a session that has one; every stage but `visitor` and `done` does. */
export async function expectCustomer(world: World, c: Visit): Promise<CustomerRow> {
  const { institution, contract } = c.var.session;
  const customer = contract === null ? undefined : await customerOf(world.store, institution, contract);
  if (!customer) throw new Error('a session without its customer');
  return customer;
}

export const page = (c: Visit, view: Html): Response | Promise<Response> => c.html(view);
