/** The settings. Wiring. */
import { browser } from 'wxt/browser';
import { mount } from '../../components/mount.tsx';
import { SettingsPage } from '../../components/settings.tsx';
import { client } from '../../lib/messages/client.ts';
import type { OwnRequests } from '../../lib/messages/protocol.ts';
import { governedSend } from '../managed/policy.ts';
import { clipboardLeave } from '../pages/clipboard-leave.ts';
import { ownPasskeys } from '../pages/own-passkeys.ts';
import { ownStretcher } from '../pages/own-stretcher.ts';
import { random } from '../pages/random.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';
import { onSettingsChanged } from './on-settings-changed.ts';

mount(
  document,
  navigator.language,
  <SettingsPage
    ask={client<OwnRequests>(governedSend())}
    stretch={ownStretcher()}
    now={Date.now}
    random={random}
    passkeys={ownPasskeys()}
    clipboardLeave={clipboardLeave}
    onSettingsChanged={onSettingsChanged}
    version={browser.runtime.getManifest().version}
    isFirefox={location.protocol === 'moz-extension:'}
  />,
  storedAppearance,
);
