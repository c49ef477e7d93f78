/** 取り込みと書き出し. Wiring. */
import { mount } from '../../components/mount.tsx';
import { TransferPage } from '../../components/transfer.tsx';
import { askBackground } from '../pages/ask-background.ts';
import { ownPasskeys } from '../pages/own-passkeys.ts';
import { ownQrReader } from '../pages/own-qr-reader.ts';
import { ownStretcher } from '../pages/own-stretcher.ts';
import { random } from '../pages/random.ts';
import { saveFile } from '../pages/save-file.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';
import { readClipboard } from './read-clipboard.ts';

mount(
  document,
  navigator.language,
  <TransferPage
    ask={askBackground}
    stretch={ownStretcher()}
    readPicture={ownQrReader()}
    readClipboard={readClipboard}
    passkeys={ownPasskeys()}
    save={saveFile}
    random={random}
    now={Date.now}
    toExport={location.hash === '#export'}
  />,
  storedAppearance,
);
