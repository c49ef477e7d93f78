/** The browser's permission for one site. */
import { browser } from 'wxt/browser';
import { patternOf } from '../../lib/institutions/site.ts';

/** The browser's own question, for one host. Rejects outside a click or key; false when the customer says no. */
export function requestSite(origin: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(origin)] });
}
