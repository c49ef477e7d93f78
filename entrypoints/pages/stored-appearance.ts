/** The appearance as it is kept. */
import type { Appearance } from '../../lib/messages/appearance.ts';
import { askBackground } from './ask-background.ts';

export function storedAppearance(): Promise<Appearance> {
  return askBackground('settings', {});
}
