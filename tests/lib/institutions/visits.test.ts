import { describe, expect, it } from 'vitest';
import { afterCommit, afterNothing, afterRequest, type Asked, codeAt, MOST_ADDRESS, NO_VISITS, type Visits, without } from '../../../lib/institutions/visits.ts';

const BANK = 'https://www11.ib.shinkin-ib.jp';
const LOGIN = `${BANK}/webbk/login/b-login.do`;
const entry = (code: string): string => `${BANK}/webbk/login/b-prelogin.do?bankcode=${btoa(code)}`;

type Step = (all: Visits) => Visits;
let requests = 0;
const ask = (url: string, more: Partial<Asked> = {}): Step => (all) =>
  afterRequest(all, { tabId: 7, requestId: String(++requests), url, initiator: null, ...more });
const show = (url: string | null, tabId = 7): Step => (all) => afterCommit(all, tabId, url);
/** Entry address, its redirect, and the page on screen. */
const enter = (code: string, tabId = 7): Step => (all) => {
  const requestId = String(++requests);
  return [ask(entry(code), { requestId, tabId }), ask(LOGIN, { requestId, tabId }), show(LOGIN, tabId)].reduce((to, step) => step(to), all);
};
const after = (...steps: Step[]): Visits => steps.reduce((all, step) => step(all), NO_VISITS);
const next = (path: string, initiator: string | null = BANK): Step => (all) =>
  show(`${BANK}${path}`)(ask(`${BANK}${path}`, { initiator })(all));

describe('a visit', () => {
  it('begins at an entry address, survives its redirect and goes on with pages that the bank asks for', () => {
    expect(codeAt(after(enter('1188'), next('/a.do'), next('/b.do')), 7, BANK)).toBe('1188');
  });
  it('of a tab is unknown at an address too long to be noted, and no other tab\'s with it', () => {
    const long = `/a.do?${'x'.repeat(70_000)}`;
    const all = after(enter('1188', 8), enter('1188'), next(long));
    expect([codeAt(all, 7, BANK), codeAt(all, 8, BANK)]).toEqual([null, '1188']);
    expect(JSON.stringify(all).length).toBeLessThan(2 * MOST_ADDRESS);
    expect(codeAt(next(`${long}y`)(all), 7, BANK)).toBeNull();
    // The longest that is noted is like any other.
    const most = '/'.padEnd(MOST_ADDRESS - BANK.length, 'x');
    expect(codeAt(after(enter('1188'), next(most), next('/b.do')), 7, BANK)).toBe('1188');
    expect(codeAt(after(enter('1188'), next(`${most}x`)), 7, BANK)).toBeNull();
  });
  it('does not begin at an address too long to be noted', () => {
    const long = `${entry('1188')}&x=${'x'.repeat(70_000)}`;
    expect(codeAt(after(ask(long), show(long)), 7, BANK)).toBeNull();
    // Its redirect is a page like any other.
    const requestId = 'long';
    expect(codeAt(after(ask(long, { requestId }), ask(LOGIN, { requestId }), show(LOGIN)), 7, BANK)).toBe('1188');
  });
  it('survives a reload', () => {
    expect(codeAt(after(enter('1188'), next('/a.do'), next('/a.do', null)), 7, BANK)).toBe('1188');
  });
  it('is of one tab and one origin only', () => {
    expect(codeAt(after(enter('1188')), 8, BANK)).toBeNull();
    expect(codeAt(after(enter('1188')), 7, 'https://www12.ib.shinkin-ib.jp')).toBeNull();
  });
  it('changes with the next entry address', () => {
    expect(codeAt(after(enter('1188'), enter('1581')), 7, BANK)).toBe('1581');
  });
  it('does not change by a request that is never shown: a download, a 204, a prerender', () => {
    expect(codeAt(after(enter('1188'), ask(entry('1581'))), 7, BANK)).toBe('1188');
    expect(codeAt(after(enter('1188'), ask(entry('1581')), show(LOGIN)), 7, BANK)).toBe('1188');
  });
  it.each([
    ['another site leads back without a code', next('/x.do', 'https://evil.example')],
    ['a page without an origin leads back', next('/x.do', 'null')],
    ['an address is typed or a bookmark opened', next('/x.do', null)],
    ['a page comes out of the back/forward cache', show(`${BANK}/old.do`)],
    ['the tab shows a page that is none of ours', show(null)],
    ['another listed origin is shown', (all: Visits) => show('https://www.parasol.anser.ne.jp/ib/')(ask('https://www.parasol.anser.ne.jp/ib/', { initiator: BANK })(all))],
  ])('ends when %s', (_, step) => {
    expect(codeAt(after(enter('1188'), step), 7, BANK)).toBeNull();
  });
  it('ends at its next page when another institution was entered in another tab: they share the session', () => {
    const both = after(enter('1188', 7), enter('1581', 8));
    expect(codeAt(both, 7, BANK)).toBe('1188');
    expect(codeAt(next('/a.do')(both), 7, BANK)).toBeNull();
    expect(codeAt(both, 8, BANK)).toBe('1581');
  });
  it('keeps no code over a redirect to another origin', () => {
    const requestId = 'r';
    const there = 'https://www.parasol.anser.ne.jp/ib/index.do';
    const all = after(ask(entry('1188'), { requestId }), ask(there, { requestId }), show(there));
    expect(codeAt(all, 7, 'https://www.parasol.anser.ne.jp')).toBeNull();
  });
  it('ends on another origin, although another tab entered the institution of the same code there', () => {
    const there = 'https://www.parasol.anser.ne.jp/ib/index.do';
    const all = after(enter('1188'), ask(`${there}?CCT0080=1188`, { tabId: 8 }), show(`${there}?CCT0080=1188`, 8), ask(there, { initiator: BANK }), show(there));
    expect(codeAt(all, 8, 'https://www.parasol.anser.ne.jp')).toBe('1188');
    expect([codeAt(all, 7, BANK), codeAt(all, 7, 'https://www.parasol.anser.ne.jp')]).toEqual([null, null]);
  });
  it('ends when another site leads to the very page that is shown: that is no reload', () => {
    expect(codeAt(after(enter('1188'), next('/a.do'), next('/a.do', 'https://evil.example')), 7, BANK)).toBeNull();
  });
  it('goes on after a request that came to nothing', () => {
    const failed = after(enter('1188'), ask(entry('1581'), { requestId: 'r' }), (before) => afterNothing(before, 7, 'r'));
    expect(codeAt(failed, 7, BANK)).toBe('1188');
    expect(codeAt(next('/a.do')(failed), 7, BANK)).toBe('1188');
  });
  it('begins although an earlier request of its tab came to nothing', () => {
    const all = after(ask(entry('1188'), { requestId: 'r' }), (before) => afterNothing(before, 7, 'earlier'), ask(LOGIN, { requestId: 'r' }), show(LOGIN));
    expect(codeAt(all, 7, BANK)).toBe('1188');
  });
  it('is left as it is by a request that nobody knows of', () => {
    const all = after(enter('1188'));
    expect(afterNothing(all, 7, 'unknown')).toBe(all);
    expect(afterNothing(all, 8, 'unknown')).toBe(all);
  });
  it('is not noted of a tab that was never at a bank', () => {
    expect(afterCommit(NO_VISITS, 7, null)).toBe(NO_VISITS);
  });
  it('ends when the tab is closed', () => {
    expect(without(after(enter('1188')), 7).tabs).toEqual({});
    const both = without(after(enter('1188', 7), enter('1581', 8)), 7);
    expect([codeAt(both, 7, BANK), codeAt(both, 8, BANK)]).toEqual([null, '1581']);
  });
  it('begins although the new tab tells of its blank page only after the request', () => {
    const requestId = 'r';
    const all = after(ask(entry('1188'), { requestId }), show(null), show('about:blank'), ask(LOGIN, { requestId }), show('about:blank'), show(LOGIN));
    expect(codeAt(all, 7, BANK)).toBe('1188');
  });
  it('goes on when the page is told of before its request, as Firefox may do, also over a redirect', () => {
    const requestId = 'r';
    const early = after(enter('1188'), show(LOGIN), show(`${BANK}/b.do`));
    expect(codeAt(early, 7, BANK)).toBeNull();
    const late = [ask(`${BANK}/a.do`, { requestId, initiator: BANK }), ask(`${BANK}/b.do`, { requestId, initiator: BANK })];
    const all = late.reduce((to, step) => step(to), early);
    expect(codeAt(all, 7, BANK)).toBe('1188');
    expect(codeAt(next('/c.do')(all), 7, BANK)).toBe('1188');
  });
  it('begins when the entry page is told of before its request', () => {
    const requestId = 'r';
    expect(codeAt(after(show(LOGIN), ask(entry('1188'), { requestId }), ask(LOGIN, { requestId })), 7, BANK)).toBe('1188');
  });
  it('stays unknown after the back/forward cache, also on the pages that follow', () => {
    const all = after(enter('1188'), next('/a.do'), show(`${BANK}/old.do`));
    expect(codeAt(next('/b.do')(all), 7, BANK)).toBeNull();
    expect(codeAt(next('/c.do')(next('/b.do')(all)), 7, BANK)).toBeNull();
  });
  it('never begins by a request that came to nothing, though its page is shown later without one', () => {
    const all = after(ask(entry('1581'), { requestId: 'r' }), (before) => afterNothing(before, 7, 'r'), show(entry('1581')));
    expect(codeAt(all, 7, BANK)).toBeNull();
  });
  it('is not disturbed by a place within the page', () => {
    expect(codeAt(after(enter('1188'), show(`${LOGIN}#otp`)), 7, BANK)).toBe('1188');
  });
});
