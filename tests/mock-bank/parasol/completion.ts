/** The last page of a flow: a sentence, 受付番号, 受付時刻, what was done, and one way on. */
import { html } from 'hono/html';
import { entries } from './fields.ts';
import type { Screen } from './frame.ts';
import { inside, lookOf, startAgain } from './visit.ts';
import { link } from '../pages/fields.ts';
import type { Done } from '../session.ts';
import type { Visit } from '../visits.ts';
import type { World } from '../world.ts';

export interface Completion {
  flow: Done['flow'];
  id: string;
  title: string;
  steps: NonNullable<Screen['steps']>['names'];
  sentence: string;
  /** What has been sent to the customer. */
  news?: string;
  way: { path: string; label: string };
}

/** As long as the customer stays on it; a reload shows the same receipt and does nothing again. */
export function showCompletion(world: World, c: Visit, { flow, id, title, steps, sentence, news, way }: Completion): Response | Promise<Response> {
  const { done } = c.var.session.draft;
  if (done?.flow !== flow) return startAgain(world, c, way.path);
  const rows = done.rows.map(([label, control]) => ({ label, control }));
  return inside(c, {
    id,
    title,
    steps: { names: steps, at: steps.length - 1 },
    body: html`<p class="done">${sentence}</p>${news === undefined ? '' : html`<p>${news}</p>`}
${entries(lookOf(c), [{ label: '受付番号', control: done.receipt.number }, { label: '受付時刻', control: done.receipt.time }, ...rows])}
<p class="buttons">${link(way.path, way.label)}</p>`,
  });
}
