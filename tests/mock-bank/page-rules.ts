/** What every page is sent with, of either platform and beside them, and what is refused before any of them is asked. */
import type { Env, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { StoreUnavailable, unavailableSentence } from './engines/unavailable.ts';
import { sentencePage } from './pages/frame.ts';
import { barePage } from './screens/layout.ts';
import type { World } from './world.ts';

/** The bank has forms of one kind; a body of another is nobody's form, and its parsers are not asked. */
function isForm({ method, headers }: Request): boolean {
  const type = headers.get('content-type');
  return method !== 'POST' || type === null || /^application\/x-www-form-urlencoded(;|$)/i.test(type);
}

/** What a customer is told of a failure. */
export function saidOf(error: Error): { sentence: string; status: 500 | 503 } {
  if (error instanceof StoreUnavailable) return { sentence: unavailableSentence(error), status: 503 };
  return { sentence: 'ただいまお取り扱いできません。お手数ですが、しばらくしてからやり直してください。', status: 500 };
}

/** What every page of the bank, the demo and the copy is sent with. */
export function pageRules<E extends Env>(app: Hono<E>, { alarm }: Pick<World, 'alarm'>): void {
  app.use(secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"], styleSrc: ["'self'"], scriptSrc: ["'self'"], imgSrc: ["'self'", 'data:'],
      formAction: ["'self'"], baseUri: ["'none'"], frameAncestors: ["'none'"],
    },
    // Without it a form's Origin header would say "null", and the session check could not tell its own forms.
    referrerPolicy: 'same-origin',
    strictTransportSecurity: false,
    crossOriginResourcePolicy: 'same-origin',
  }));
  app.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.use(bodyLimit({
    maxSize: 16 * 1024,
    onError: (c) => c.html(sentencePage(barePage(c), 'エラー', '送信された内容が大きすぎます。', false), 413),
  }));
  app.use(async (c, next) => {
    if (isForm(c.req.raw)) return next();
    return c.html(sentencePage(null, 'エラー', '送信された内容の形式が正しくありません。画面の入力欄からお手続きください。', false), 415);
  });
  app.notFound((c) => c.html(sentencePage(barePage(c), 'エラー', 'お探しのページはありません。', false), 404));
  app.onError((error, c) => {
    alarm(error);
    const { sentence, status } = saidOf(error);
    return c.html(sentencePage(status === 503 ? null : barePage(c), 'システムエラー', sentence, false), status);
  });
}
