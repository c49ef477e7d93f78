// @vitest-environment jsdom
/** Detection on full pages that were written by someone who had not read the rules. */
import { describe, expect, it } from 'vitest';
import { detect } from '../../../lib/autofill/detect.ts';
import { openPage } from '../../pages/open.ts';
import { UNSEEN_BANKS_PRIVATE } from '../../pages/unseen-banks-1.ts';
import { UNSEEN_BANKS_OTHERS } from '../../pages/unseen-banks-2.ts';
import { UNSEEN_ENGLISH } from '../../pages/unseen-english.ts';
import { UNSEEN_SILENT_BANKS } from '../../pages/unseen-silent-1.ts';
import { UNSEEN_SILENT_JAPANESE } from '../../pages/unseen-silent-2.ts';
import { UNSEEN_SILENT_ENGLISH } from '../../pages/unseen-silent-3.ts';
import { found, wanted } from '../../pages/verdict.ts';

describe.each([
  ["other banks' pages for private customers", UNSEEN_BANKS_PRIVATE],
  ["other banks' pages for companies, and odd ones", UNSEEN_BANKS_OTHERS],
  ['English pages around an authenticator', UNSEEN_ENGLISH],
  ['bank pages that want no code', UNSEEN_SILENT_BANKS],
  ['Japanese pages that want no code', UNSEEN_SILENT_JAPANESE],
  ['English pages that want no code', UNSEEN_SILENT_ENGLISH],
])('detection on unseen %s', (_, pages) => {
  it.each(pages)('is right about $title', ({ html }) => {
    const page = openPage(html);
    expect(found(detect(page), page)).toEqual(wanted(page));
  });
});
