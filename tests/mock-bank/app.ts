/** All hosts of the bank on one port: the Host header decides. */
import { demoApp } from './demo/app.ts';
import { health } from './health.ts';
import { HOSTS } from './hosts.ts';
import { issuerApp, type Peer } from './issuer/app.ts';
import { mailApp } from './mailbox/app.ts';
import { sentencePage } from './pages/frame.ts';
import { parasolApp } from './parasol/app.ts';
import { countIn } from './rates.ts';
import { phishingApp } from './screens/phishing.ts';
import { platformApp } from './screens/platform.ts';
import { trapsApp } from './traps/app.ts';
import { variantsApp } from './variants/app.ts';
import type { World } from './world.ts';

export type BankApp = (request: Request, peer: Peer) => Promise<Response>;
type Part = { fetch: (request: Request) => Response | Promise<Response> };

const MINUTE = 60_000;
const VARIANTS = '/variants';
const TRAPS = '/traps';

function hostOf(request: Request): string {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return host.toLowerCase().replace(/:\d+$/, '');
}

/** Above the limit of forms per minute: whoever guesses at many contracts at once is one address all the same. */
async function tooMany(world: World, { method }: Request, { address }: Peer): Promise<Response | null> {
  if (method !== 'POST') return null;
  const now = world.now();
  // Without a database there is no count; the page itself then says what is wrong.
  const count = await countIn(world.store, { what: 'form', address, slot: Math.floor(now / MINUTE) }).catch(() => 0);
  if (count <= world.formLimit) return null;
  const body = await sentencePage(null, 'エラー', 'ただいま大変混み合っています。しばらくしてからやり直してください。', false);
  const seconds = Math.ceil((MINUTE - (now % MINUTE)) / 1000);
  return new Response(String(body), { status: 429, headers: { 'content-type': 'text/html; charset=utf-8', 'retry-after': String(seconds) } });
}

export function bankApp(world: World, address: (host: string, path: string) => string): BankApp {
  const demo = demoApp(world, address);
  const parts = new Map<string, Part>([
    [HOSTS.platform, platformApp(world)],
    [HOSTS.parasol, parasolApp(world)],
    [HOSTS.mail, mailApp(world, address)],
    [HOSTS.phishing, phishingApp(world)],
    ['localhost', demo],
    ['127.0.0.1', demo],
  ]);
  const variants = variantsApp(world, address);
  const traps = trapsApp(world, address);
  const issuer = issuerApp(world);
  return async (request, peer) => {
    const host = hostOf(request);
    const { pathname } = new URL(request.url);
    if (pathname === '/healthz' && request.method === 'GET') return health(world);
    if (host === HOSTS.issuer) return issuer.fetch(request, { peer });
    const refused = await tooMany(world, request, peer);
    if (refused) return refused;
    // Forms of every kind, and attacks, at an address where the extension works and on one that may frame it.
    if (host === HOSTS.platform || host === HOSTS.phishing) {
      if (pathname.startsWith(VARIANTS)) return variants.fetch(request);
      if (pathname.startsWith(TRAPS)) return traps.fetch(request);
    }
    return parts.get(host)?.fetch(request) ?? new Response('この名前のサーバーは模擬銀行にありません。', {
      status: 421, headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  };
}
