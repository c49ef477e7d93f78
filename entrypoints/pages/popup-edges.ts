/** What the popup and the same view beside the page have of the browser alike. */
import type { PopupProps } from '../../components/popup-effects.ts';
import { client } from '../../lib/messages/client.ts';
import type { OwnRequests } from '../../lib/messages/protocol.ts';
import { captureTab } from './capture-tab.ts';
import { clipboardLeave } from './clipboard-leave.ts';
import { ownQrReader } from './own-qr-reader.ts';
import { ownStretcher } from './own-stretcher.ts';
import { makeSend } from './popup-send.ts';
import { requestSite } from './request-site.ts';

type Edges = Omit<PopupProps, 'seen' | 'onTokensChanged' | 'open' | 'openBeside' | 'close'>;

/** Once for a page: the first look is taken from `kagifudaFirstLook`. */
export const popupEdges = (): Edges => ({
  ask: client<OwnRequests>(makeSend(globalThis.kagifudaFirstLook)),
  stretch: ownStretcher(),
  now: Date.now,
  writeClipboard: (digits) => navigator.clipboard.writeText(digits),
  requestSite,
  requestClipboard: clipboardLeave.request,
  captureTab,
  readPicture: ownQrReader(),
});
