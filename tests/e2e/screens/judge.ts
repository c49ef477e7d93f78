/** The judges of a screen, brought into its page: axe-core, and our own measures. */
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build } from 'vite';

/** WCAG 2.2 at level AA and all that it contains. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export interface Judges {
  /** Once for each page: the driver brings them past the page's policy. They change nothing in it. */
  come: (page: Page) => Promise<void>;
  /** Violations of WCAG, one line each; `colours`: of contrast alone. */
  axe: (page: Page, only?: 'colours') => Promise<string[]>;
  measure: (page: Page) => Promise<string[]>;
  measureForced: (page: Page) => Promise<string[]>;
  /** Walks through all stops of the focus by Tab. */
  walk: (page: Page) => Promise<string[]>;
}

async function ownMeasures(): Promise<string> {
  const entry = fileURLToPath(new URL('in-page.ts', import.meta.url));
  const built = await build({ configFile: false, logLevel: 'silent', build: { write: false, target: 'es2022', lib: { entry, formats: ['iife'], name: 'measures' } } });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  // The driver may evaluate it within a function, where its `var` would stay.
  return `${chunk?.code ?? ''}\nglobalThis.measures = measures;`;
}

const calling = (name: string) => async (page: Page): Promise<string[]> => await page.evaluate(`measures.${name}()`);

async function axe(page: Page, only?: 'colours'): Promise<string[]> {
  return await page.evaluate(
    async ({ tags, rule }) => {
      const judge: { run: (place: Document, options: object) => Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }> } = Reflect.get(globalThis, 'axe');
      const runOnly = rule === null ? { type: 'tag', values: tags } : { type: 'rule', values: [rule] };
      const { violations } = await judge.run(document, { runOnly, resultTypes: ['violations'] });
      return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${help} | ${html.slice(0, 160)} | ${failureSummary ?? ''}`));
    },
    { tags: RULES, rule: only ? 'color-contrast' : null },
  );
}

async function walk(page: Page): Promise<string[]> {
  await page.evaluate('document.activeElement?.blur(), measures.watchFocus()');
  const presses = Number(await page.evaluate('measures.tabStops()'));
  // The first press after the last stop goes to the browser's own window.
  for (let press = 0; press <= presses + 1; press++) await page.keyboard.press('Tab');
  return await page.evaluate('measures.stops()');
}

export async function callJudges(): Promise<Judges> {
  const code = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}\n${await ownMeasures()}`;
  return {
    come: async (page) => void (await page.evaluate(code)),
    axe,
    measure: calling('measure'),
    measureForced: calling('measureForced'),
    walk,
  };
}
