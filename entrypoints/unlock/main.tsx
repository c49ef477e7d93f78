/** The small window that unlocks with a passkey: the system's dialog would close the popup. Wiring. */
import { mount } from '../../components/mount.tsx';
import { UnlockPage } from '../../components/unlock-page.tsx';
import { askBackground } from '../pages/ask-background.ts';
import { openPage } from '../pages/open-page.ts';
import { ownPasskeys } from '../pages/own-passkeys.ts';
import { ownStretcher } from '../pages/own-stretcher.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';

mount(
  document,
  navigator.language,
  <UnlockPage
    ask={askBackground}
    stretch={ownStretcher()}
    now={Date.now}
    passkeys={ownPasskeys()}
    open={(address) => void openPage(address).then(() => window.close())}
    close={() => window.close()}
  />,
  storedAppearance,
);
