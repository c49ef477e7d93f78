/** The first script of every page of ours: before anything is painted, the page has its title, language, theme and text size. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { appear, readCopy } from '../../components/appearance.ts';

export default defineUnlistedScript(() => appear(document, readCopy(window), navigator.language));
