/** The popup's view beside the page: Chromium's side panel, Firefox's sidebar. It stays until the customer closes it. */
import { mount } from '../../components/mount.tsx';
import { Popup } from '../../components/popup.tsx';
import { client } from '../../lib/messages/client.ts';
import type { PopupRequests } from '../../lib/messages/protocol.ts';
import { makeQrReader } from '../../lib/transfer/qr-reader.ts';
import { makeStretcher } from '../../lib/vault/stretcher.ts';
import { storedAppearance } from '../appearance/stored.ts';
import { captureTab } from '../popup/capture-tab.ts';
import { onTokensChanged } from '../popup/on-tokens-changed.ts';
import { openPage } from '../popup/open-page.ts';
import { requestSite } from '../popup/request-site.ts';
import { makeSend } from '../popup/send.ts';
import { clipboardLeave } from '../settings/clipboard-leave.ts';
import { onFrontChanged } from './on-front-changed.ts';

const newWorker = (): Worker =>
  new Worker(new URL('../../lib/vault/stretch.worker.ts', import.meta.url), { type: 'module' });

const newQrWorker = (): Worker =>
  new Worker(new URL('../../lib/transfer/qr.worker.ts', import.meta.url), { type: 'module' });

/** A popup is opened anew over each page; here another page may come in front at any time. */
function onAnyChange(act: () => void): () => void {
  const ends = [onTokensChanged(act), onFrontChanged(act)];
  return () => ends.forEach((end) => end());
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
    onTokensChanged={onAnyChange}
    requestSite={requestSite}
    requestClipboard={clipboardLeave.request}
    captureTab={captureTab}
    readPicture={makeQrReader(newQrWorker)}
    open={(address) => void openPage(address)}
    openBeside={null}
    // Esc clears the search, and no more.
    close={() => undefined}
  />,
  storedAppearance,
);
