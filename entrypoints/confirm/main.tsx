/** The small window that unlocks, or asks once more, before a page is filled. Wiring. */
import { Confirm } from '../../components/confirm.tsx';
import { mount } from '../../components/mount.tsx';
import { askBackground } from '../pages/ask-background.ts';
import { ownPasskeys } from '../pages/own-passkeys.ts';
import { ownStretcher } from '../pages/own-stretcher.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';

mount(
  document,
  navigator.language,
  <Confirm
    ask={askBackground}
    stretch={ownStretcher()}
    now={Date.now}
    passkeys={ownPasskeys()}
    close={() => window.close()}
  />,
  storedAppearance,
);
