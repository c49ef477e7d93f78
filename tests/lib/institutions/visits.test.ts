import { describe, expect, it } from 'vitest';
import { afterCommit, afterRequest, type Asked, codeAt, NO_VISITS, type Visits, without } from '../../../lib/institutions/visits.ts';

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
  it('ends when the tab is closed', () => {
    expect(without(after(enter('1188')), 7).visits).toEqual({});
  });
  it('is not disturbed by a place within the page', () => {
    expect(codeAt(after(enter('1188'), show(`${LOGIN}#otp`)), 7, BANK)).toBe('1188');
  });
});
