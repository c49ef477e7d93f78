/** All pages of this folder, for what must be true of each. */
import { ASKING } from './asking.ts';
import { CORPUS_CHANNELS, CORPUS_CHANNELS_WANTING } from './corpus-channels.ts';
import { CORPUS_SILENT } from './corpus-silent.ts';
import { CORPUS_WANTING } from './corpus-wanting.ts';
import { ABROAD, ABROAD_UNSURE } from './abroad.ts';
import { CONSECUTIVE } from './consecutive.ts';
import { EVERYDAY_APPS, EVERYDAY_APPS_UNSURE } from './everyday-apps.ts';
import { EVERYDAY_CARE } from './everyday-care.ts';
import { EVERYDAY_LABELS } from './everyday-labels.ts';
import { EVERYDAY_HINTS } from './everyday-hints.ts';
import { EVERYDAY_LAYOUTS } from './everyday-layouts.ts';
import { EVERYDAY_LISTS, EVERYDAY_LISTS_UNSURE } from './everyday-lists.ts';
import { EVERYDAY_MORE } from './everyday-more.ts';
import { EVERYDAY_SHOWN } from './everyday-shown.ts';
import { EVERYDAY_SILENT } from './everyday-silent.ts';
import { EVERYDAY_NAMES } from './everyday-names.ts';
import { EVERYDAY_PLACES } from './everyday-places.ts';
import { EVERYDAY_SITES, EVERYDAY_SITES_UNSURE } from './everyday-sites.ts';
import { EVERYDAY_TALK } from './everyday-talk.ts';
import { FRESH } from './fresh.ts';
import { HARDER } from './harder.ts';
import { SILENT } from './silent.ts';
import { WANTING } from './snippets.ts';
import { BESIDE } from './snippets-beside.ts';
import { UNSEEN_BANKS_PRIVATE } from './unseen-banks-1.ts';
import { UNSEEN_BANKS_OTHERS } from './unseen-banks-2.ts';
import { UNSEEN_ENGLISH } from './unseen-english.ts';
import { UNSEEN_SILENT_BANKS } from './unseen-silent-1.ts';
import { UNSEEN_SILENT_JAPANESE } from './unseen-silent-2.ts';
import { UNSEEN_SILENT_ENGLISH } from './unseen-silent-3.ts';

const known = [WANTING, BESIDE, ASKING, SILENT, HARDER, FRESH, CORPUS_WANTING, CORPUS_SILENT, CORPUS_CHANNELS, CORPUS_CHANNELS_WANTING];
const unseen = [UNSEEN_BANKS_PRIVATE, UNSEEN_BANKS_OTHERS, UNSEEN_ENGLISH, UNSEEN_SILENT_BANKS, UNSEEN_SILENT_JAPANESE, UNSEEN_SILENT_ENGLISH];
const everyday = [EVERYDAY_APPS, EVERYDAY_APPS_UNSURE, EVERYDAY_HINTS, EVERYDAY_LAYOUTS, EVERYDAY_LABELS, EVERYDAY_TALK, EVERYDAY_SILENT, EVERYDAY_CARE, EVERYDAY_NAMES, EVERYDAY_PLACES, EVERYDAY_SITES, EVERYDAY_SITES_UNSURE, EVERYDAY_LISTS, EVERYDAY_LISTS_UNSURE, EVERYDAY_MORE, EVERYDAY_SHOWN, CONSECUTIVE, ABROAD, ABROAD_UNSURE];

export const EVERY = [...known, ...unseen, ...everyday].flat();
