/** What comes in at mail.localhost: text of forms and addresses, cut and folded, and only from its own pages. */
import type { Context, Env, Hono } from 'hono';
import { fromElsewhere } from '../form.ts';
import { sentencePage } from '../pages/frame.ts';

const LONGEST = 200;

/** Fields of the form or, on a GET, of the address; '' when missing, repeated or a file. Longer than any of ours: cut, so refused.
 * Control characters go: no database takes a NUL in a text. */
export async function fields(c: Context, ...names: string[]): Promise<string[]> {
  const body: Record<string, unknown> = c.req.method === 'POST' ? await c.req.parseBody() : c.req.query();
  return names.map((name) => {
    const value = body[name];
    return typeof value === 'string' ? value.normalize('NFKC').replaceAll(/\p{Cc}/gu, '').trim().slice(0, LONGEST) : '';
  });
}

export const CONTRACT = /^[A-Za-z0-9]{1,12}$/;

/** The desk has no login, so that a form on another site must not be able to work it. */
export function ownFormsOnly<E extends Env>(app: Hono<E>): void {
  app.use(async (c, next) => {
    if (fromElsewhere(c))
      return c.html(sentencePage(null, 'エラー', '別のサイトから送られた内容は受け付けられません。', false), 403);
    return next();
  });
}
