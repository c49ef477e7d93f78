/** The guides of 利用開始, 交換, 利用中止 and 利用解除. Wiring. */
import { guideWantedFrom } from '../../components/guide-address.ts';
import type { GuideKept } from '../../components/guide-kept.ts';
import { Guide } from '../../components/guide.tsx';
import { mount } from '../../components/mount.tsx';
import { client } from '../../lib/messages/client.ts';
import type { OwnRequests } from '../../lib/messages/protocol.ts';
import { governedSend } from '../managed/policy.ts';
import { onFrontChanged } from '../pages/on-front-changed.ts';
import { onTokensChanged } from '../pages/on-tokens-changed.ts';
import { openPage } from '../pages/open-page.ts';
import { ownPasskeys } from '../pages/own-passkeys.ts';
import { ownStretcher } from '../pages/own-stretcher.ts';
import { showPopup } from '../pages/show-popup.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';
import { backToBank } from './back-to-bank.ts';

const keep = (kept: GuideKept): void => history.replaceState(kept, '');

mount(
  document,
  navigator.language,
  <Guide
    ask={client<OwnRequests>(governedSend())}
    stretch={ownStretcher()}
    now={Date.now}
    passkeys={ownPasskeys()}
    wanted={guideWantedFrom(location.search)}
    open={(address) => void openPage(address)}
    backTo={(loginAddress) => void backToBank(loginAddress)}
    openTokens={() => void showPopup()}
    onTokensChanged={onTokensChanged}
    onPageInFront={onFrontChanged}
    kept={history.state}
    keep={keep}
  />,
  storedAppearance,
);
