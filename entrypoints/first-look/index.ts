/**
 * The first script of the popup and of the side panel: the appearance, as in every page of ours (entrypoints/appearance/), and one thing more.
 * It asks for the first look while the popup is still being read: by the time its screen can be drawn, the worker is awake and
 * the codes are here. A classic script, since a module waits for the whole page.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { appear, readCopy } from '../../components/appearance.ts';
import { extension } from '../sentinel/page-api.ts';

declare global {
  var kagifudaFirstLook: Promise<unknown> | undefined;
}

export default defineUnlistedScript(() => {
  // Before the appearance, whose copy the browser reads from its disk.
  const look: Promise<unknown> = extension().runtime.sendMessage({ name: 'look', ask: {} });
  // Whoever takes it hears of the failure; until then it is nobody's.
  look.catch(() => undefined);
  globalThis.kagifudaFirstLook = look;
  appear(document, readCopy(window), navigator.language);
});
