/** 保存の状態. Wiring. */
import { browser } from 'wxt/browser';
import { HealthPage } from '../../components/health.tsx';
import { mount } from '../../components/mount.tsx';
import { askBackground } from '../pages/ask-background.ts';
import { storedAppearance } from '../pages/stored-appearance.ts';

/** Hosts only: in Firefox they may be taken back one by one, the other permissions come with the extension. */
const requestPermission = (name: string): Promise<boolean> => browser.permissions.request({ origins: [name] });

mount(
  document,
  navigator.language,
  <HealthPage
    ask={askBackground}
    now={Date.now}
    persist={() => navigator.storage.persist()}
    requestPermission={requestPermission}
    writeClipboard={(text) => navigator.clipboard.writeText(text)}
    print={() => window.print()}
    go={(address) => location.assign(address)}
  />,
  storedAppearance,
);
