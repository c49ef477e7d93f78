/** First run, and a new token. Wiring. */
import { browser } from 'wxt/browser';
import { wantedFrom } from '../../components/enrol-address.ts';
import { Enrol } from '../../components/enrol.tsx';
import { mount } from '../../components/mount.tsx';
import { client } from '../../lib/messages/client.ts';
import type { OwnRequests } from '../../lib/messages/protocol.ts';
import { governedSend } from '../managed/policy.ts';
import { onTokensChanged } from '../pages/on-tokens-changed.ts';
import { openPage } from '../pages/open-page.ts';
import { ownPasskeys } from '../pages/own-passkeys.ts';
import { ownStretcher } from '../pages/own-stretcher.ts';
import { random } from '../pages/random.ts';
import { requestSite } from '../pages/request-site.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';
import { keepStorage } from './keep-storage.ts';
import { trail } from './trail.ts';

mount(
  document,
  navigator.language,
  <Enrol
    ask={client<OwnRequests>(governedSend())}
    stretch={ownStretcher()}
    random={random}
    now={Date.now}
    passkeys={ownPasskeys()}
    persist={keepStorage}
    wanted={wantedFrom(location.search, browser.extension.inIncognitoContext)}
    trail={trail}
    onTokensChanged={onTokensChanged}
    reach={requestSite}
    open={(address) => void openPage(address)}
  />,
  storedAppearance,
);
