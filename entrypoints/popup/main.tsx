import { browser } from 'wxt/browser';
import { UNLOCK_PAGE } from '../../components/locked-face.tsx';
import { mount } from '../../components/mount.tsx';
import { Popup } from '../../components/popup.tsx';
import { client } from '../../lib/messages/client.ts';
import type { PopupRequests } from '../../lib/messages/protocol.ts';
import { makeQrReader } from '../../lib/transfer/qr-reader.ts';
import { makeStretcher } from '../../lib/vault/stretcher.ts';
import { storedAppearance } from '../appearance/stored.ts';
import { clipboardLeave } from '../settings/clipboard-leave.ts';
import { captureTab } from './capture-tab.ts';
import { onTokensChanged } from './on-tokens-changed.ts';
import { requestSite } from './request-site.ts';

const newWorker = (): Worker =>
  new Worker(new URL('../../lib/vault/stretch.worker.ts', import.meta.url), { type: 'module' });

const newQrWorker = (): Worker =>
  new Worker(new URL('../../lib/transfer/qr.worker.ts', import.meta.url), { type: 'module' });

const UNLOCK_SIZE = { width: 440, height: 560 };

/** The popup closes by itself in Chromium when a tab opens, not in Firefox. */
async function open(address: string): Promise<void> {
  const url = new URL(address, location.origin).href;
  // In a tab the browser's dialog would come up beside the bank's page; its own window goes when it is done.
  if (address === UNLOCK_PAGE) await browser.windows.create({ url, type: 'popup', ...UNLOCK_SIZE });
  else await browser.tabs.create({ url });
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
    requestSite={requestSite}
    requestClipboard={clipboardLeave.request}
    captureTab={captureTab}
    readPicture={makeQrReader(newQrWorker)}
    open={(address) => void open(address)}
    close={() => window.close()}
  />,
  storedAppearance,
);
