import { describe, expect, it } from 'vitest';
import { afterNavigation, codeAt, type Navigation, type Visits, without } from '../../../lib/institutions/visits.ts';

const BANK = 'https://www11.ib.shinkin-ib.jp';
const entry = (code: string): string => `${BANK}/webbk/login/b-prelogin.do?bankcode=${btoa(code)}`;
const go = (url: string, more: Partial<Navigation> = {}): Navigation => ({ tabId: 7, requestId: '1', url, initiator: null, ...more });
const after = (...steps: Navigation[]): Visits => steps.reduce(afterNavigation, {});

describe('a visit', () => {
  it('begins at an entry address and survives its redirect and pages that the bank asks for', () => {
    const visits = after(
      go(entry('1188')),
      go(`${BANK}/webbk/login/b-login.do`, { initiator: 'https://shinkin.example' }),
      go(`${BANK}/webbk/next.do`, { requestId: '2', initiator: BANK }),
    );
    expect(codeAt(visits, 7, BANK)).toBe('1188');
  });
  it('is of one tab only', () => {
    expect(codeAt(after(go(entry('1188'))), 8, BANK)).toBeNull();
  });
  it('is not at another origin', () => {
    expect(codeAt(after(go(entry('1188'))), 7, 'https://www12.ib.shinkin-ib.jp')).toBeNull();
  });
  it('changes with the next entry address', () => {
    expect(codeAt(after(go(entry('1188')), go(entry('1581'), { requestId: '2' })), 7, BANK)).toBe('1581');
  });
  it('ends when another site leads back without a code', () => {
    const visits = after(go(entry('1188')), go(`${BANK}/webbk/x.do`, { requestId: '2', initiator: 'https://evil.example' }));
    expect(codeAt(visits, 7, BANK)).toBeNull();
  });
  it('ends at another listed origin', () => {
    const visits = after(go(entry('1188')), go('https://www.parasol.anser.ne.jp/ib/index.do', { requestId: '2' }));
    expect(visits).toEqual({});
  });
  it('ends when the tab leaves', () => {
    expect(without(after(go(entry('1188'))), 7)).toEqual({});
  });
});
