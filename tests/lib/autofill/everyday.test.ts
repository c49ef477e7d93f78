// @vitest-environment jsdom
/** Detection on everyday pages, in pairs: what must be understood, and what is nearly the same and means something else. */
import { describe, expect, it } from 'vitest';
import { detect } from '../../../lib/autofill/detect.ts';
import { ABROAD, ABROAD_UNSURE } from '../../pages/abroad.ts';
import { CONSECUTIVE } from '../../pages/consecutive.ts';
import { EVERYDAY_APPS, EVERYDAY_APPS_UNSURE } from '../../pages/everyday-apps.ts';
import { EVERYDAY_CARE } from '../../pages/everyday-care.ts';
import { EVERYDAY_HINTS } from '../../pages/everyday-hints.ts';
import { EVERYDAY_LABELS } from '../../pages/everyday-labels.ts';
import { EVERYDAY_LAYOUTS } from '../../pages/everyday-layouts.ts';
import { EVERYDAY_LISTS, EVERYDAY_LISTS_UNSURE } from '../../pages/everyday-lists.ts';
import { EVERYDAY_MORE } from '../../pages/everyday-more.ts';
import { EVERYDAY_NAMES } from '../../pages/everyday-names.ts';
import { EVERYDAY_PLACES } from '../../pages/everyday-places.ts';
import { EVERYDAY_SHOWN } from '../../pages/everyday-shown.ts';
import { EVERYDAY_SILENT } from '../../pages/everyday-silent.ts';
import { EVERYDAY_SITES, EVERYDAY_SITES_UNSURE } from '../../pages/everyday-sites.ts';
import { EVERYDAY_TALK } from '../../pages/everyday-talk.ts';
import { openPage } from '../../pages/open.ts';
import { found, wanted } from '../../pages/verdict.ts';

describe.each([
  ['labels and layouts', EVERYDAY_LABELS],
  ['what is said around the field', EVERYDAY_TALK],
  ['pages that want no code', EVERYDAY_SILENT],
  ['a bank’s own names, and codes in parts', EVERYDAY_NAMES],
  ['where the code is found, and where its name stands', EVERYDAY_PLACES],
  ['second steps of other sites', EVERYDAY_SITES],
  ['apps and other codes', EVERYDAY_APPS],
  ['columns, rules and arrows', EVERYDAY_LAYOUTS],
  ['hints behind the field and in two sentences', EVERYDAY_HINTS],
  ['neighbours of these', EVERYDAY_CARE],
  ['lists, folds and parts', EVERYDAY_LISTS],
  ['names of apps, dialogs and halves', EVERYDAY_MORE],
  ['what a token shows', EVERYDAY_SHOWN],
  ['codes in a row', CONSECUTIVE],
  ['in other languages', ABROAD],
])('detection on everyday pages: %s', (_, pages) => {
  it.each(pages)('is right, and sure, about $title', ({ html }) => {
    const page = openPage(html);
    const findings = detect(page);
    expect(found(findings, page)).toEqual(wanted(page));
    expect(findings.filter(({ confidence }) => confidence === 'ask')).toEqual([]);
  });
});

describe('detection on pages that say little', () => {
  it.each([...EVERYDAY_SITES_UNSURE, ...EVERYDAY_APPS_UNSURE, ...EVERYDAY_LISTS_UNSURE, ...ABROAD_UNSURE])('is right, and asks first, about $title', ({ html }) => {
    const page = openPage(html);
    const findings = detect(page);
    expect(found(findings, page)).toEqual(wanted(page));
    expect(findings.filter(({ confidence }) => confidence !== 'ask')).toEqual([]);
  });
});
