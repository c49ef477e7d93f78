/** 取り込みと書き出し. Wiring. */
import { browser } from 'wxt/browser';
import { mount } from '../../components/mount.tsx';
import { TransferPage } from '../../components/transfer.tsx';
import { client } from '../../lib/messages/client.ts';
import type { PopupRequests } from '../../lib/messages/protocol.ts';
import { makeQrReader } from '../../lib/transfer/qr-reader.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';
import { ownPasskeys } from '../pages/own-passkeys.ts';
import { ownStretcher } from '../pages/own-stretcher.ts';
import { readClipboard } from './read-clipboard.ts';
import { saveFile } from '../pages/save-file.ts';

const newQrWorker = (): Worker =>
  new Worker(new URL('../../lib/transfer/qr.worker.ts', import.meta.url), { type: 'module' });

mount(
  document,
  navigator.language,
  <TransferPage
    ask={client<PopupRequests>((message) => browser.runtime.sendMessage(message))}
    stretch={ownStretcher()}
    readPicture={makeQrReader(newQrWorker)}
    readClipboard={readClipboard}
    passkeys={ownPasskeys()}
    save={saveFile}
    random={(length) => crypto.getRandomValues(new Uint8Array(length))}
    now={Date.now}
    toExport={location.hash === '#export'}
  />,
  storedAppearance,
);
