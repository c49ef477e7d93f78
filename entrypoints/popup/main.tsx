/** The toolbar popup. */
import { mount } from '../../components/mount.tsx';
import { Popup } from '../../components/popup.tsx';
import { storedAppearance } from '../pages/stored-appearance.ts';
import { popupEdges } from './edges.ts';
import { firstSeen } from './first-seen.ts';
import { onTokensChanged } from '../pages/on-tokens-changed.ts';
import { openBeside } from './open-beside.ts';
import { openPage } from '../pages/open-page.ts';

/** The popup closes by itself in Chromium when a tab opens, not in Firefox; beside a side panel it never does. */
async function andClose(opened: Promise<void>): Promise<void> {
  await opened;
  window.close();
}

const edges = popupEdges();

mount(
  document,
  navigator.language,
  <Popup
    {...edges}
    {...await firstSeen(edges.ask, onTokensChanged)}
    open={(address) => void andClose(openPage(address))}
    openBeside={() => andClose(openBeside())}
    close={() => window.close()}
  />,
  storedAppearance,
);
