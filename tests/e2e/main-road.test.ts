/** The main road (J1, J2, J6) in real Chromium and real Firefox against the real mock bank: one description, two drivers. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { BROWSERS, openScene, type Scene } from './browser/open.ts';
import { mainRoad, type Step } from './journeys/main-road.ts';
import { TITLES } from './journeys/main-road-titles.ts';
import { pictures } from './pictures.ts';

describe.each(BROWSERS)('the main road in %s', (name) => {
  let scene: Scene;
  let steps: Step[];
  let broken = false;

  beforeAll(async () => {
    scene = await openScene(name);
    const customer = await scene.bank.newCustomer({ institution: '1188' });
    steps = mainRoad({ ...scene, customer, picture: pictures(`main-road-${name}`) });
  });
  afterAll(async () => await scene?.close());

  it.each(TITLES)('%s', async (title) => {
    // A road is walked in order: after a step that failed the next ones say so instead of failing oddly.
    if (broken) throw new Error('an earlier step of this road failed');
    broken = true;
    await steps.find((step) => step.title === title)?.play();
    broken = false;
  });
});
