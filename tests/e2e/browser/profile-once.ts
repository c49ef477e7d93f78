/** Before the first end-to-end test of a run: the profile that all of Firefox's are copies of. */
import { makeProfilePattern } from './firefox-profile.ts';
import { BROWSERS } from './open.ts';

export default async function profileOnce(): Promise<() => void> {
  return BROWSERS.includes('firefox') ? await makeProfilePattern() : () => undefined;
}
