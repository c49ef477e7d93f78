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
import { openBeside } from './open-beside.ts';
import { openPage } from './open-page.ts';
import { requestSite } from './request-site.ts';
import { makeSend } from './send.ts';

const newWorker = (): Worker =>
  new Worker(new URL('../../lib/vault/stretch.worker.ts', import.meta.url), { type: 'module' });

const newQrWorker = (): Worker =>
  new Worker(new URL('../../lib/transfer/qr.worker.ts', import.meta.url), { type: 'module' });

/** The popup closes by itself in Chromium when a tab opens, not in Firefox; beside a side panel it never does. */
async function andClose(opened: Promise<void>): Promise<void> {
  await opened;
  window.close();
}

mount(
  document,
  navigator.language,
  { ja: '鍵札', en: 'Kagifuda' },
  <Popup
    ask={client<PopupRequests>(makeSend(globalThis.kagifudaFirstLook))}
    stretch={makeStretcher(newWorker)}
    now={Date.now}
    writeClipboard={(digits) => navigator.clipboard.writeText(digits)}
    onTokensChanged={onTokensChanged}
    requestSite={requestSite}
    requestClipboard={clipboardLeave.request}
    captureTab={captureTab}
    readPicture={makeQrReader(newQrWorker)}
    open={(address) => void andClose(openPage(address))}
    openBeside={() => andClose(openBeside())}
    close={() => window.close()}
  />,
  storedAppearance,
);
