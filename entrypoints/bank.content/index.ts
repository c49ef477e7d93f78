/** Runs in the pages of listed banks only, top frame only. Wiring. */
import type { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { visit } from '../../lib/autofill/visit.ts';
import { client } from '../../lib/messages/client.ts';
import type { PageRequests } from '../../lib/messages/protocol.ts';

const BANKS = ['https://*.ib.shinkin-ib.jp/*', 'https://www.parasol.anser.ne.jp/*'];
/** Store builds know nothing of the mock bank. */
const MOCK_BANKS = ['http://ib.shinkin.localhost/*', 'http://parasol.localhost/*'];

/**
 * The browser's own API: the polyfill would add a quarter to a script that loads
 * with every bank page, for promises both browsers have. `hasOwn`, since an
 * element with the id `browser` would answer to that name in Chromium.
 */
const extension = (): typeof browser => Reflect.get(globalThis, Object.hasOwn(globalThis, 'browser') ? 'browser' : 'chrome');

export default defineContentScript({
  matches: import.meta.env.MODE === 'development' ? [...BANKS, ...MOCK_BANKS] : BANKS,
  runAt: 'document_idle',
  allFrames: false,
  main: () => {
    const { runtime } = extension();
    const ask = client<PageRequests>((message) => runtime.sendMessage(message));
    const here = visit(window, ask, crypto.randomUUID());
    runtime.onMessage.addListener((message: unknown, _sender, respond) => {
      void here.answer(message).then(respond);
      return true; // The answer comes later.
    });
  },
});
