/** All hosts of the bank on one port: the Host header decides. */
import { demoApp } from './demo/app.ts';
import { issuerApp, type Peer } from './issuer/app.ts';
import { phishingApp } from './screens/phishing.ts';
import { platformApp } from './screens/platform.ts';
import type { World } from './world.ts';

export const HOSTS = {
  platform: 'ib.shinkin.localhost',
  issuer: 'issuer.localhost',
  phishing: 'ib-shinkin.localhost',
} as const;

export type BankApp = (request: Request, peer: Peer) => Promise<Response>;

function hostOf(request: Request): string {
  const host = request.headers.get('host') ?? new URL(request.url).host;
  return host.toLowerCase().replace(/:\d+$/, '');
}

export function bankApp(world: World, address: (host: string, path: string) => string): BankApp {
  const demo = demoApp(world, address);
  const apps = new Map([
    [HOSTS.platform, platformApp(world)],
    [HOSTS.phishing, phishingApp(world)],
    ['localhost', demo],
    ['127.0.0.1', demo],
  ] as [string, { fetch: (request: Request) => Response | Promise<Response> }][]);
  const issuer = issuerApp(world);
  return async (request, peer) => {
    const host = hostOf(request);
    if (host === HOSTS.issuer) return issuer.fetch(request, { peer });
    const app = apps.get(host);
    return app ? app.fetch(request) : new Response('この名前のサーバーは模擬銀行にありません。', {
      status: 421, headers: { 'content-type': 'text/plain; charset=utf-8' },
    });
  };
}
