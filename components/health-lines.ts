/** What the health page says, line by line: a name, a value, whether it is well, and what to do if not. Pure. */
import type { Health } from '../lib/messages/health.ts';
import { policyGroups } from './health-policy.ts';
import { dayIn, minuteIn, numberIn } from './language.ts';
import type { Language } from './language.ts';
import { mendedSentences } from './mended-sentence.ts';
import { healthWords } from './words-health.ts';
import { healthLineWords } from './words-health-lines.ts';
import { popupWords } from './words-popup.ts';

export type HealthAct = { kind: 'persist' } | { kind: 'allow'; permission: string } | { kind: 'go'; address: string; label: string };

export interface HealthLine {
  name: string;
  value: string;
  /** `bad`: wants the customer; `plain`: for information. */
  mark: 'good' | 'bad' | 'plain';
  todo?: string | undefined;
  act?: HealthAct;
}

export interface HealthGroup {
  heading: string;
  lines: HealthLine[];
}

const MEGABYTE = 2 ** 20;
/** Less is left than a browser needs for itself. */
const LITTLE = 50 * MEGABYTE;
/** As the popup: what is not worth saying, and what wants mending. */
const CLOCK_RIGHT = 5000;
const CLOCK_WRONG = 3_600_000;

function size(bytes: number, language: Language): string {
  const isLarge = bytes >= 1000 * MEGABYTE;
  const amount = bytes / (isLarge ? 1024 * MEGABYTE : MEGABYTE);
  return `${numberIn(language, amount, amount < 10 ? 1 : 0)} ${isLarge ? 'GB' : 'MB'}`;
}

/** Only where there is something: its loss kit stands in clear, so the customer should know. */
function asideLines({ asideAt }: Health, language: Language): HealthLine[] {
  const words = healthLineWords[language].aside;
  if (asideAt === null) return [];
  return [{ name: words.name, value: words.value(dayIn(language, asideAt)), mark: 'plain', act: { kind: 'go', address: '/recovery.html', label: words.act } }];
}

function savedLines(health: Health, language: Language): HealthLine[] {
  const { vault, copy, generation } = health;
  const words = healthLineWords[language];
  const { value, todo } = words.vault.states[vault];
  const go: Partial<Record<Health['vault'], HealthAct>> = {
    none: { kind: 'go', address: '/enrol.html', label: words.vault.start },
    damaged: { kind: 'go', address: '/recovery.html', label: words.vault.recover },
  };
  const act = go[vault];
  const second = words.copy.states[copy.state];
  const isMade = vault !== 'none' && vault !== 'unavailable';
  const isBad = vault === 'damaged' || vault === 'unavailable';
  return [
    { name: words.vault.name, value, mark: isBad ? 'bad' : isMade ? 'good' : 'plain', todo: todo ?? undefined, ...(act ? { act } : {}) },
    isMade
      ? // A damaged vault is put right on its own page, not by the next unlock.
        { name: words.copy.name, value: second.value, mark: copy.state === 'same' ? 'good' : 'bad', todo: vault === 'damaged' ? undefined : (second.todo ?? undefined) }
      : { name: words.copy.name, value: vault === 'none' ? words.copy.none : words.unknown, mark: 'plain' },
    { name: words.generation.name, value: generation === null ? words.unknown : words.generation.value(generation), mark: 'plain' },
    ...asideLines(health, language),
  ];
}

/** Chromium gives its promise to few, so that none is no alarm: the second copy lies where nothing is cleared by itself. */
function persistedLine({ storage: { persisted }, vault, copy }: Health, language: Language): HealthLine {
  const words = healthLineWords[language];
  const { name, yes, no, todo, todoWithCopy } = words.persisted;
  if (persisted === null) return { name, value: words.unknown, mark: 'plain' };
  if (persisted) return { name, value: yes, mark: 'good' };
  const line = { name, value: no, act: { kind: 'persist' } as const };
  if (vault === 'none') return { ...line, mark: 'plain', todo };
  return copy.state === 'same' ? { ...line, mark: 'plain', todo: todoWithCopy } : { ...line, mark: 'bad', todo };
}

function spaceLine({ usage, quota }: Health['storage'], language: Language): HealthLine {
  const words = healthLineWords[language];
  const { name, of, low } = words.space;
  if (usage === null) return { name, value: words.unknown, mark: 'plain' };
  if (quota === null) return { name, value: size(usage, language), mark: 'plain' };
  const value = of(size(usage, language), size(quota, language));
  return quota - usage < LITTLE ? { name, value, mark: 'bad', todo: low } : { name, value, mark: 'good' };
}

function mendedLines({ mended }: Health, language: Language): HealthLine[] {
  const words = healthLineWords[language].mended;
  if (mended.length === 0) return [{ name: words.name, value: words.none, mark: 'good' }];
  return mended.map((one) => ({ name: minuteIn(language, one.at), value: mendedSentences(language, one).join(language === 'ja' ? '' : ' '), mark: 'plain' }));
}

function waysLine({ ways }: Health, language: Language): HealthLine {
  const words = healthLineWords[language].ways;
  if (!ways) return { name: words.name, value: words.none, mark: 'plain' };
  const line = { name: words.name, value: words.value(ways) };
  if (ways.passphrases > 0) return { ...line, mark: 'good' };
  return { ...line, mark: 'bad', todo: words.passkeyOnly, act: { kind: 'go', address: '/settings.html', label: words.settings } };
}

/** Why what only the open vault knows is not shown. */
function unseen(vault: Health['vault'], language: Language): string {
  const words = healthLineWords[language];
  if (vault === 'none') return words.ways.none;
  return vault === 'locked' ? words.whileLocked : words.unknown;
}

function clockLine({ clock, tokens, vault }: Health, language: Language): HealthLine {
  const words = healthLineWords[language];
  const { name, right, fast, slow, at, unmeasured } = words.clock;
  if (!clock) return { name, value: tokens ? unmeasured : unseen(vault, language), mark: 'plain' };
  const distance = Math.abs(clock.offset);
  const off = popupWords[language].clock.about(Math.round(distance / 1000));
  const said = distance <= CLOCK_RIGHT ? right : clock.offset > 0 ? slow(off) : fast(off);
  const value = at(said, minuteIn(language, clock.measuredAt));
  return distance < CLOCK_WRONG ? { name, value, mark: 'good' } : { name, value, mark: 'bad', todo: popupWords[language].clock.far.first };
}

function lockLines(health: Health, language: Language): HealthLine[] {
  const words = healthLineWords[language];
  const { tokens } = health;
  const value = tokens ? words.tokens.value(tokens) : unseen(health.vault, language);
  return [waysLine(health, language), { name: words.tokens.name, value, mark: 'plain' }, clockLine(health, language)];
}

/** A match pattern (`https://*.example.jp/*`) is about pages; any other name is the browser's for a basic permission. */
export const isPages = (name: string): boolean => name.includes('://');
const hostOf = (pattern: string): string => pattern.replace(/^[^:]*:\/\//, '').replace(/\/.*$/, '').replace(/^\*\./, '');

function permissionLines({ permissions }: Health, language: Language): HealthLine[] {
  const words = healthLineWords[language].permissions;
  const lacking = permissions.filter(({ name, granted }) => !isPages(name) && !granted).map(({ name }) => name);
  const basic: HealthLine =
    lacking.length === 0
      ? { name: words.basic, value: words.all, mark: 'good' }
      : { name: words.basic, value: words.lacking(lacking.join(', ')), mark: 'bad', todo: words.lackingTodo };
  const pages = permissions.filter(({ name }) => isPages(name)).map(({ name, granted }): HealthLine => {
    const line = { name: words.page(hostOf(name)) };
    if (granted) return { ...line, value: words.granted, mark: 'good' };
    return { ...line, value: words.denied, mark: 'bad', todo: words.deniedTodo, act: { kind: 'allow', permission: name } };
  });
  return [basic, ...pages];
}

/** None of these is amiss when it is not given: it says what goes without. */
function optionalLines({ optional }: Health, language: Language): HealthLine[] {
  const { page, settings, granted: yes, names } = healthWords[language].optional;
  return optional.map(({ name, granted }): HealthLine => {
    const line = { name: isPages(name) ? page(hostOf(name)) : (names[name] ?? name) };
    if (granted) return { ...line, value: yes, mark: 'good' };
    const act: HealthAct = isPages(name) ? { kind: 'allow', permission: name } : { kind: 'go', address: '/settings.html#filling', label: settings };
    const { value, todo } = healthWords[language].optional[isPages(name) ? 'withoutPage' : 'without'];
    return { ...line, value, mark: 'plain', todo, act };
  });
}

function programLines({ version, browser, schema, databaseVersion, trouble }: Health, language: Language): HealthLine[] {
  const words = healthLineWords[language];
  const { program } = words;
  const shown = (value: number | null): string => (value === null ? words.unknown : String(value));
  const failed: Pick<HealthLine, 'value' | 'mark' | 'todo'> =
    trouble === null ? { value: words.trouble.none, mark: 'good' } : { value: trouble, mark: 'bad', todo: words.trouble.todo };
  return [
    { name: program.version, value: version, mark: 'plain' },
    { name: program.browser, value: browser, mark: 'plain' },
    { name: program.formats, value: program.formatsValue(shown(schema), shown(databaseVersion)), mark: 'plain' },
    { name: words.trouble.name, ...failed },
  ];
}

export function healthGroups(health: Health, language: Language): HealthGroup[] {
  const { groups } = healthLineWords[language];
  return [
    { heading: groups.saved, lines: savedLines(health, language) },
    { heading: groups.place, lines: [persistedLine(health, language), spaceLine(health.storage, language)] },
    { heading: groups.mended, lines: mendedLines(health, language) },
    { heading: groups.lock, lines: lockLines(health, language) },
    { heading: groups.permissions, lines: [...permissionLines(health, language), ...optionalLines(health, language)] },
    ...policyGroups(health.policy, language),
    { heading: groups.program, lines: programLines(health, language) },
  ];
}
