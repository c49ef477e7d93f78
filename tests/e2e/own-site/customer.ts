/** A customer with imported tokens and a shop: what is done in the browser, and what the extension says of it. */
import { startShop, type Judge, type Shop } from '../../mock-bank/shop/start.ts';
import { buildExtension } from '../browser/build.ts';
import { openChromium } from '../browser/chromium.ts';
import { openFirefox } from '../browser/firefox.ts';
import type { BrowserName } from '../browser/open.ts';
import { freePort } from '../browser/port.ts';
import type { Stage, View } from '../browser/view.ts';
import { makeVault } from '../journeys/first-steps.ts';
import { asking } from '../journeys/lock-pages.ts';
import { codeAt, codeNow, standard, type Standard, uriOf } from '../transfer/standard.ts';

export interface Customer {
  stage: Stage;
  /** A page of the extension. */
  own: View;
  shop: Shop;
  timed: Standard;
  counting: Standard;
  /** Timed, too, and not used before. */
  unused: Standard;
  /** By issuer. */
  tokenOf: (issuer: string) => Promise<{ id: string; site: { origin: string; inPage: boolean } | null }>;
  /** As the popup sends it; no permission is asked for. */
  bind: (issuer: string, site: string | null) => Promise<void>;
  ask: ReturnType<typeof asking>;
  close(): Promise<void>;
}

const lately = (token: Standard, steps: number): string[] => Array.from({ length: steps }, (_, ago) => codeNow(token, Date.now() - 30_000 * ago)).toReversed();

/** The shop's clock is this PC's, and it takes a code for one step more, as services do. Of the counting token it takes the codes from the 41st. Synchronised is the third token. */
function judge({ timed, counting, unused }: Pick<Customer, 'timed' | 'counting' | 'unused'>): Judge {
  const counted = Array.from({ length: 20 }, (_, at) => codeAt(counting, 41 + at));
  return {
    isRight: (code) => [...lately(timed, 2), ...counted].includes(code),
    areConsecutive: (first, second) => {
      const codes = lately(unused, 4);
      return codes.some((code, at) => code === first && codes[at + 1] === second);
    },
  };
}

/** `prefs`: of Firefox, what a person may have set in about:config. */
export async function openCustomer(name: BrowserName, prefs: Record<string, unknown> = {}): Promise<Customer> {
  const timed = standard({ issuer: 'Cedar Street Books' });
  const counting = standard({ issuer: '杉通り書店', counter: 41 });
  const unused = standard({ issuer: 'ほかの店' });
  const shop = await startShop(judge({ timed, counting, unused }));
  const extension = await buildExtension(name === 'firefox' ? 'firefox' : 'chrome', await freePort());
  const stage = name === 'firefox' ? await openFirefox(extension, { prefs }) : await openChromium(extension);
  const own = await makeVault(stage);
  const ask = asking(own);
  const sources = [timed, counting, unused].map((token) => ({ text: uriOf(token), stretched: null }));
  await ask('importTokens', { sources, chosen: [0, 1, 2] });
  const tokenOf: Customer['tokenOf'] = async (issuer) => {
    const token = (await ask('look', {})).tokens.find(({ local }) => local?.issuer === issuer);
    if (!token?.local) throw new Error(`no token of ${issuer}`);
    return { id: token.id, site: token.local.site };
  };
  return {
    stage,
    own,
    shop,
    timed,
    counting,
    unused,
    ask,
    tokenOf,
    bind: async (issuer, site) => void (await ask('bindLocal', { tokenId: (await tokenOf(issuer)).id, site })),
    async close() {
      await stage.close();
      await shop.close();
    },
  };
}
