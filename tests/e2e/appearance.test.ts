/** Language, brightness and text size: chosen without a vault, had by every page of ours from its first frame, by open ones at once. */
import { beforeAll, describe, expect, it } from 'vitest';
import { appearanceWords } from '../../components/words-appearance.ts';
import { titleWords } from '../../components/words-titles.ts';
import { buildExtension } from './browser/build.ts';
import { openChromium } from './browser/chromium.ts';
import { checkbox, radio, text } from './browser/find.ts';
import { openFirefox } from './browser/firefox.ts';
import { BROWSERS } from './browser/open.ts';
import { freePort } from './browser/port.ts';
import type { Stage, View } from './browser/view.ts';
import { pictures } from './pictures.ts';

const PAGES = ['popup', 'sidepanel', 'settings', 'enrol', 'guide', 'health', 'loss', 'recovery', 'transfer', 'unlock', 'confirm'];
/** English, the paper of the dark theme, twice 106.25 % of 16 px. */
const CHOSEN = 'en rgb(20, 24, 31) 34px';

/** In a page: what a person sees of it now. */
function seen(): string {
  const { documentElement: root, body } = document;
  return [root.lang, getComputedStyle(body).backgroundColor, getComputedStyle(root).fontSize].join(' ');
}

/** In a page, before its own scripts: the same at its first frame, and every title that it has had until then. */
function noteFirstFrame(): void {
  const titles: string[] = [];
  const note = (): void => {
    if (document.title !== '' && document.title !== titles.at(-1)) titles.push(document.title);
  };
  new MutationObserver(note).observe(document, { subtree: true, childList: true, characterData: true });
  requestAnimationFrame(() => {
    const { documentElement: root, body } = document;
    note();
    const seenFirst = [root.lang, getComputedStyle(body).backgroundColor, getComputedStyle(root).fontSize].join(' ');
    Reflect.set(window, 'firstFrame', `${seenFirst} ${titles.join(', ')}`);
  });
}

describe.each(BROWSERS)('the appearance in %s', (name) => {
  const picture = pictures(`appearance-${name}`);
  let stage: Stage;
  let own: View;

  beforeAll(async () => {
    const extension = await buildExtension(name === 'firefox' ? 'firefox' : 'chrome', await freePort());
    stage = name === 'firefox' ? await openFirefox(extension) : await openChromium(extension);
    own = await stage.ownPage('/settings.html');
    return async () => await stage.close();
  });

  it('is chosen in the settings, and an open page follows at once', async () => {
    const other = await stage.ownPage('/loss.html');
    await own.front();
    await own.click(radio('いちばん大きい'));
    await own.click(radio('暗い画面'));
    await own.click(radio('English'));
    await own.waitFor(text('Saved'));
    expect(await own.run(seen)).toBe(CHOSEN);
    await picture(own, 'settings');
    await expect.poll(() => other.run(seen)).toBe(CHOSEN);
    await other.close();
  });

  it('is there in every page, and each fits its window', async () => {
    for (const page of PAGES) {
      await own.go(`${stage.ownOrigin}/${page}.html`);
      await own.until(() => document.querySelector('#app > *') !== null);
      expect(await own.run(seen), page).toBe(CHOSEN);
      expect(await own.run(() => document.documentElement.scrollWidth <= window.innerWidth), `${page} fits`).toBe(true);
    }
  });

  // No driver reaches a page of Firefox's extensions before its scripts; there it waits for the first (`tests/entrypoints/pages.test.ts`).
  it.runIf(name === 'chromium')('is there from the first frame of every page', async () => {
    const view = await stage.newView();
    await view.beforeEveryPage(noteFirstFrame);
    for (const page of PAGES) {
      await view.go(`${stage.ownOrigin}/${page}.html`);
      await view.until(() => Reflect.has(window, 'firstFrame'));
      expect(await view.run((): string => Reflect.get(window, 'firstFrame')), page).toBe(`${CHOSEN} ${titleWords.en[page]}`);
    }
    await view.close();
  });

  it('comes back from the settings where a page has lost its copy', async () => {
    await own.run(() => localStorage.clear());
    await own.go(`${stage.ownOrigin}/loss.html`);
    await expect.poll(() => own.run(seen)).toBe(CHOSEN);
    expect(await own.run(() => localStorage.length)).toBe(1);
  });

  it('is in step in two pages of the settings, and neither undoes what was chosen in the other', async () => {
    const { hides, themes } = appearanceWords.en;
    await own.go(`${stage.ownOrigin}/settings.html`);
    await own.waitFor(text(hides));
    const other = await stage.ownPage('/settings.html');
    await other.click(checkbox(hides));
    await other.waitFor(text('Saved'));
    await own.until(() => document.querySelector('input[type=checkbox]:checked') !== null);
    await own.front();
    await own.click(radio(themes.light));
    await own.waitFor(text('Saved'));
    await other.until(() => document.querySelectorAll<HTMLInputElement>('input[name=theme]')[1]?.checked === true);
    expect(await other.run(() => document.querySelector('input[type=checkbox]:checked') !== null)).toBe(true);
    await own.go(`${stage.ownOrigin}/settings.html`);
    await own.until(() => document.querySelector('input[type=checkbox]:checked') !== null);
    await other.close();
  });
});
