/** What is left to do where no whole vault can be read. Wiring. */
import { mount } from '../../components/mount.tsx';
import { RecoveryPage } from '../../components/recovery.tsx';
import { askBackground } from '../pages/ask-background.ts';
import { ownPasskeys } from '../pages/own-passkeys.ts';
import { ownStretcher } from '../pages/own-stretcher.ts';
import { saveFile } from '../pages/save-file.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';

mount(
  document,
  navigator.language,
  <RecoveryPage
    ask={askBackground}
    stretch={ownStretcher()}
    now={Date.now}
    passkeys={ownPasskeys()}
    save={saveFile}
    go={(address) => location.assign(address)}
  />,
  storedAppearance,
);
