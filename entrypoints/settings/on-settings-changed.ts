/** Hears when another page has changed the settings. */
import { browser } from 'wxt/browser';
import type { OnSettingsChanged } from '../../components/settings-kept.ts';

/** What the background has written, for this page or for another. */
export const onSettingsChanged: OnSettingsChanged = (act) => {
  const hear = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && 'settings' in changes) act();
  };
  browser.storage.onChanged.addListener(hear);
  return () => browser.storage.onChanged.removeListener(hear);
};
