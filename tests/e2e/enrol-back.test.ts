/** The browser's own Back and Forward on the enrolment page: one step, and never to a form whose token is there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkbox, field, text } from './browser/find.ts';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import type { View } from './browser/view.ts';
import { consentTo, makeVault } from './journeys/first-steps.ts';

const SEARCH = field('金融機関の名前またはコード');
const FORM = text('あぶくま信用金庫のトークン発行');

describe.each(BROWSERS)('Back on the enrolment page in %s', (name) => {
  let scene: Scene;
  let own: View;

  beforeAll(async () => {
    scene = await openScene(name);
    own = await makeVault(scene.stage);
    // From another page, as whoever comes by a link: Back leads there.
    await own.go(`${scene.stage.ownOrigin}/loss.html`);
    await own.go(`${scene.stage.ownOrigin}/enrol.html`);
  });
  afterAll(async () => await scene?.close());

  it('leads from the form to the list, and Forward to the form again', async () => {
    await own.type(SEARCH, '1188');
    await own.press('Enter');
    await own.waitFor(FORM);
    await own.run(() => history.back());
    await own.waitFor(SEARCH);
    await own.run(() => history.forward());
    await own.waitFor(checkbox('ご利用にあたっての内容に同意する'));
    await own.run(() => location.reload());
    await own.waitFor(FORM);
    await own.run(() => history.back());
    await own.waitFor(SEARCH);
  });

  it('leaves the page once the token is there', async () => {
    await consentTo(own, '1188');
    await own.waitFor(text('トークンを発行しました'));
    await own.run(() => history.back());
    // Firefox's driver does not hear of every move.
    await expect.poll(() => own.run(() => location.pathname), { timeout: 10_000 }).toBe('/loss.html');
  });
});
