/** First run, and a new token. Wiring. */
import { browser } from 'wxt/browser';
import { wantedFrom } from '../../components/enrol-address.ts';
import { Enrol } from '../../components/enrol.tsx';
import { mount } from '../../components/mount.tsx';
import { patternOf } from '../../lib/institutions/site.ts';
import { client } from '../../lib/messages/client.ts';
import type { OwnRequests } from '../../lib/messages/protocol.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';
import { governedSend } from '../managed/policy.ts';
import { onTokensChanged } from '../pages/on-tokens-changed.ts';
import { ownPasskeys } from '../pages/own-passkeys.ts';
import { ownStretcher } from '../pages/own-stretcher.ts';
import { keepStorage } from './keep-storage.ts';
import { trail } from './trail.ts';

const reach = (origin: string): Promise<boolean> => browser.permissions.request({ origins: [patternOf(origin)] });

mount(
  document,
  navigator.language,
  <Enrol
    ask={client<OwnRequests>(governedSend())}
    stretch={ownStretcher()}
    random={(length) => crypto.getRandomValues(new Uint8Array(length))}
    now={Date.now}
    passkeys={ownPasskeys()}
    persist={keepStorage}
    wanted={wantedFrom(location.search, browser.extension.inIncognitoContext)}
    trail={trail}
    onTokensChanged={onTokensChanged}
    reach={reach}
    open={(address) => void browser.tabs.create({ url: new URL(address, location.origin).href })}
  />,
  storedAppearance,
);
