/** Which layout a visitor gets, and the foot links that change it. */
import type { Context, Env, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { sentencePage } from '../pages/frame.ts';
import { layoutFor, type Layout, type Sheet } from '../pages/look.ts';

const COOKIE = 'LAYOUT';
const SWITCH = '/webbk/layout.do';
const YEAR = 365 * 86_400;
const LOGIN = '/webbk/login/b-login.do';
/** Our own screens only: the link must lead nowhere else. Leaving (logout) is no page to stay on. */
const OWN_PAGE = /^\/webbk\/(?!layout\.|logout\.)(?:[a-z]+\/)?[a-z-]+\.do$/;

export const sheetOf = (c: Context, first: Layout = 'pc'): Sheet =>
  ({ layout: layoutFor(getCookie(c, COOKIE), c.req.header('user-agent'), first), path: c.req.path });

/** For errors: the layout alone, as there is no page to come back to. */
export const barePage = (c: Context): Sheet => ({ ...sheetOf(c), path: null });

/** It touches no session, so that nobody loses a flow by it; the page's GET shows the same step again. */
export function layoutSwitch<E extends Env>(app: Hono<E>): void {
  app.get(SWITCH, (c) => {
    const to = c.req.query('to');
    if (to !== 'pc' && to !== 'phone') return c.html(sentencePage(barePage(c), 'エラー', '表示方法の指定が正しくありません。'), 400);
    setCookie(c, COOKIE, to, { httpOnly: true, sameSite: 'Lax', path: '/webbk', maxAge: YEAR });
    const at = c.req.query('at') ?? '';
    return c.redirect(OWN_PAGE.test(at) ? at : LOGIN, 303);
  });
}
