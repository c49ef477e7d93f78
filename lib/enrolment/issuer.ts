/** The only `fetch` of the extension: POST to an issuer, bounded in time and size. */
import { concat } from '../bytes.ts';
import { type Reason, Refusal } from '../refusal.ts';
import { MESSAGE_LIMIT, readRefusal } from './wire.ts';

/** Milliseconds until we stop waiting for the issuer. */
const PATIENCE = 15_000;

export type Path = '/v1/sk/provision' | '/v1/cu/start' | '/v1/cu/finish' | '/v1/ack' | '/v1/status';
/** Body in, body out; throws Refusal. */
export type Post = (origin: string, path: Path, body: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;

/** The issuer's last word, by what its refusal calls itself. A proxy's own 403 or 410 says nothing of a token. */
const LAST_WORDS: Record<string, { status: number; reason: Reason; path?: Path }> = {
  refused: { status: 403, reason: 'activation-refused', path: '/v1/cu/finish' },
  expired: { status: 410, reason: 'pending-expired' },
};

async function reasonOf(response: Response, path: Path): Promise<Reason> {
  const { status } = response;
  if (status === 429) return 'issuer-busy';
  if (status >= 500) return 'issuer-unreachable';
  const last = LAST_WORDS[readRefusal(await boundedBody(response))];
  return last?.status === status && (last.path ?? path) === path ? last.reason : 'issuer-refused';
}

async function boundedBody(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MESSAGE_LIMIT) throw new Refusal('issuer-garbled');
    chunks.push(chunk);
  }
  return concat(...chunks);
}

async function exchange(fetcher: typeof fetch, origin: string, path: Path, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const response = await fetcher(origin + path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!response.ok) throw new Refusal(await reasonOf(response, path));
  return await boundedBody(response);
}

export function issuerPost(fetcher: typeof fetch): Post {
  return async (origin, path, body) => {
    try {
      return await exchange(fetcher, origin, path, body);
    } catch (cause) {
      if (cause instanceof Refusal) throw cause;
      const slow = cause instanceof DOMException && cause.name === 'TimeoutError';
      throw new Refusal(slow ? 'issuer-slow' : 'issuer-unreachable', { cause });
    }
  };
}
