/** Forms as they arrive at either platform: only from the bank's own pages, and text only. */
import type { Context } from 'hono';

const LONGEST = 200;

/** A form posted from another site is nobody's wish. */
export function fromElsewhere(c: Context): boolean {
  const origin = c.req.header('origin');
  return c.req.method === 'POST' && origin !== undefined && origin !== new URL(c.req.url).origin;
}

/** Fields of a form as text; a missing, repeated or file field is ''. Longer than any of ours: cut, so refused. */
export async function form<const N extends string>(c: Context, ...names: N[]): Promise<Record<N, string>> {
  const body = await c.req.parseBody();
  const entries = names.map((name) => {
    const value = body[name];
    return [name, typeof value === 'string' ? value.slice(0, LONGEST) : ''] as const;
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets the names that were just given
  return Object.fromEntries(entries) as Record<N, string>;
}
