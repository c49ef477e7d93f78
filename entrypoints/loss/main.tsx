/** The loss kit. Wiring. */
import { LossKit } from '../../components/loss-kit.tsx';
import { mount } from '../../components/mount.tsx';
import { askBackground } from '../pages/ask-background.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';

mount(
  document,
  navigator.language,
  <LossKit
    ask={askBackground}
    print={() => window.print()}
  />,
  storedAppearance,
);
