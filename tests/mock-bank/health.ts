/** `GET /healthz` on every host: is the database there? For the operator's load balancer. */
import type { World } from './world.ts';

const HEADERS = { 'content-type': 'application/json', 'cache-control': 'no-store' };

export async function health({ store, alarm }: Pick<World, 'store' | 'alarm'>): Promise<Response> {
  const ok = await store.rows('SELECT 1').then(() => true, (error: unknown) => {
    alarm(error);
    return false;
  });
  return new Response(JSON.stringify({ v: 1, ok }), { status: ok ? 200 : 503, headers: HEADERS });
}
