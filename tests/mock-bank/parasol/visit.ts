/** One request to the credit-union platform: its session, its layout. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { frame, LOGIN, sentencePage, type Look, type Screen } from './frame.ts';
import { expectInstitution } from '../institutions.ts';
import { layoutFor, type Layout } from '../pages/look.ts';
import { changeSession, type Done, type Draft } from '../session.ts';
import type { Tables } from '../store.ts';
import { visitsTo, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

export const LAYOUT_COOKIE = 'IBLAYOUT';
export const TOP = '/ib/btp001.do';
const ORDER_SENTENCE = 'お手続きの順序が正しくないか、お手続きが既に終わっています。もう一度はじめから操作してください。';

/** What the customer chose at the foot of a page, else what the browser says of itself. */
export const layoutOf = (c: Context): Layout => layoutFor(getCookie(c, LAYOUT_COOKIE), c.req.header('user-agent'), 'pc');

export const lookOf = (c: Visit): Look => ({ name: expectInstitution(c.var.session.institution).name, layout: layoutOf(c) });

export const { enterStage, sendToLogin, visits, only } = visitsTo<'union-code' | 'union-in'>({
  platform: 'parasol',
  cookie: 'IBSESSION',
  folder: '/ib',
  login: LOGIN,
  idle: '一定時間操作がなかったため、タイムアウトしました。お手数ですが、もう一度ログインしてください。',
  refusal: (c, sentence) => sentencePage({ name: null, layout: layoutOf(c) }, 'エラー', sentence),
});

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

export const page = (c: Visit, screen: Screen): Response | Promise<Response> => c.html(frame(lookOf(c), screen));
/** A page with the menu, of a customer who is logged in. */
export const inside = (c: Visit, screen: Screen): Response | Promise<Response> => page(c, { loggedIn: true, ...screen });
