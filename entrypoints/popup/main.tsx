import { browser } from 'wxt/browser';
import { mount } from '../../components/mount.tsx';
import { Popup } from '../../components/popup.tsx';
import { client } from '../../lib/messages/client.ts';
import type { PopupRequests } from '../../lib/messages/protocol.ts';
import { makeStretcher } from '../../lib/vault/stretcher.ts';
import { onTokensChanged } from './on-tokens-changed.ts';

const newWorker = (): Worker =>
  new Worker(new URL('../../lib/vault/stretch.worker.ts', import.meta.url), { type: 'module' });

/** The popup closes by itself in Chromium when a tab opens, not in Firefox. */
async function open(address: string): Promise<void> {
  await browser.tabs.create({ url: new URL(address, location.origin).href });
  window.close();
}

mount(
  document,
  navigator.language,
  { ja: '鍵札', en: 'Kagifuda' },
  <Popup
    ask={client<PopupRequests>((message) => browser.runtime.sendMessage(message))}
    stretch={makeStretcher(newWorker)}
    now={Date.now}
    writeClipboard={(digits) => navigator.clipboard.writeText(digits)}
    onTokensChanged={onTokensChanged}
    open={(address) => void open(address)}
    close={() => window.close()}
  />,
);
