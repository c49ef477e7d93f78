/** The small window that unlocks, or asks once more, before a page is filled. Wiring. */
import { browser } from 'wxt/browser';
import { Confirm } from '../../components/confirm.tsx';
import { mount } from '../../components/mount.tsx';
import { client } from '../../lib/messages/client.ts';
import type { PopupRequests } from '../../lib/messages/protocol.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';
import { ownPasskeys } from '../pages/own-passkeys.ts';
import { ownStretcher } from '../pages/own-stretcher.ts';

mount(
  document,
  navigator.language,
  <Confirm
    ask={client<PopupRequests>((message) => browser.runtime.sendMessage(message))}
    stretch={ownStretcher()}
    now={Date.now}
    passkeys={ownPasskeys()}
    close={() => window.close()}
  />,
  storedAppearance,
);
