/** The judges of a screen: axe-core, and our own measures. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Display } from '../browser/display.ts';
import type { View } from '../browser/view.ts';

/** WCAG 2.2 at level AA and all that it contains. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function ownMeasures(): Promise<string> {
  const entry = fileURLToPath(new URL('in-page.ts', import.meta.url));
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'measures' } } });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  return `${chunk?.code ?? ''}\nglobalThis.measures = measures;`;
}

/** What every page is to have: it changes nothing in it until it is called. */
export async function judgesCode(): Promise<string> {
  return `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}\n${await ownMeasures()}`;
}

/** In the page. */
function callMeasure(name: string): string[] {
  const measures: Record<string, () => string[]> = Reflect.get(globalThis, 'measures');
  return measures[name]?.() ?? [];
}

/** In the page; `given`: of axe's options, what is to be run. */
async function callAxe(given: string): Promise<string[]> {
  const judge: { run: (place: Document, options: object) => Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }> } = Reflect.get(globalThis, 'axe');
  // No rule of ours needs what it would load beforehand: style sheets once more, and sounds.
  const { violations } = await judge.run(document, { runOnly: JSON.parse(given), resultTypes: ['violations'], preload: false });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help} | ${html.slice(0, 160)} | ${failureSummary ?? ''}`));
}

/** Violations of WCAG, one line each; `colours`: of contrast alone. */
export function axe(view: View, only?: 'colours'): Promise<string[]> {
  return view.run(callAxe, JSON.stringify(only ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: RULES }));
}

export const measure = (view: View): Promise<string[]> => view.run(callMeasure, 'measure');
export const measureForced = (view: View): Promise<string[]> => view.run(callMeasure, 'measureForced');

/** Walks through all stops of the focus by Tab, from the top. */
export async function walk({ view, pressTab }: Display): Promise<string[]> {
  const [stops] = await view.run(callMeasure, 'watchFocus');
  // One more: a place that scrolls may be a stop, too.
  await pressTab(Number(stops) + 1);
  return await view.run(callMeasure, 'stops');
}
