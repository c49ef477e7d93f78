/** Back to the bank's page that the customer left open: the login page again would end what was begun there. */
import { browser } from 'wxt/browser';
import { patternOf } from '../../lib/institutions/site.ts';

/** The tab of that origin which was in front last; a new one where there is none. */
export async function backToBank(loginAddress: string): Promise<void> {
  const { origin } = new URL(loginAddress);
  // The pattern knows no ports.
  const tabs = (await browser.tabs.query({ url: patternOf(origin) })).filter(({ url }) => url !== undefined && new URL(url).origin === origin);
  const [latest] = tabs.toSorted((one, other) => (other.lastAccessed ?? 0) - (one.lastAccessed ?? 0));
  if (latest?.id === undefined) {
    await browser.tabs.create({ url: loginAddress });
    return;
  }
  await browser.tabs.update(latest.id, { active: true });
  if (latest.windowId !== undefined) await browser.windows.update(latest.windowId, { focused: true });
}
