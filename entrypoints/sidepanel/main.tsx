/** The popup's view beside the page: Chromium's side panel, Firefox's sidebar. It stays until the customer closes it. */
import { mount } from '../../components/mount.tsx';
import { Popup } from '../../components/popup.tsx';
import { firstSeen } from '../pages/first-seen.ts';
import { onFrontChanged } from '../pages/on-front-changed.ts';
import { onTokensChanged } from '../pages/on-tokens-changed.ts';
import { openPage } from '../pages/open-page.ts';
import { popupEdges } from '../pages/popup-edges.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';

/** A popup is opened anew over each page; here another page may come in front at any time. */
function onAnyChange(act: () => void): () => void {
  const ends = [onTokensChanged(act), onFrontChanged(act)];
  return () => ends.forEach((end) => end());
}

const edges = popupEdges();

mount(
  document,
  navigator.language,
  <Popup
    {...edges}
    {...await firstSeen(edges.ask, onAnyChange)}
    open={(address) => void openPage(address)}
    openBeside={null}
    // Esc clears the search, and no more.
    close={() => undefined}
  />,
  storedAppearance,
);
