/** A person at a browser, without a browser: cookies, redirects, forms. */
import { JSDOM } from 'jsdom';
import type { Customer } from '../mock-bank/customers.ts';
import { CELL_NAMES } from '../mock-bank/institutions.ts';
import type { MockBank } from '../mock-bank/start.ts';
import type { TestToken } from './token-client.ts';

export interface Visitor {
  go(path: string): Promise<void>;
  /** Fills the page's form over its present values and sends it. */
  send(fields?: Record<string, string>): Promise<void>;
  page(): Document;
  /** As the browser's back button: an earlier page is in front again. */
  show(page: Document): void;
  path(): string;
  /** As the browser would send them. */
  cookies(): string;
  status(): number;
  heading(): string;
  /** The sentence of a refusal, '' without one. */
  alert(): string;
  text(): string;
}

/** One window for all pages: making one for each takes most of a test's time. */
const parser = new new JSDOM('').window.DOMParser();
const parse = (html: string): Document => parser.parseFromString(html, 'text/html');

/** As much of a bank as a visitor sees; also one of several processes. */
export type Reached = Pick<MockBank, 'address' | 'fetch'>;

export function visitor(bank: Reached, host = 'ib.shinkin.localhost'): Visitor {
  const cookies = new Map<string, string>();
  let document = parse('');
  let at = '';
  let status = 0;

  async function request(path: string, init: RequestInit): Promise<void> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await bank.fetch(new Request(bank.address(host, path), { ...init, headers }));
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next !== null) return request(next, {});
    at = path;
    status = response.status;
    document = parse(await response.text());
  }

  function formFields(): URLSearchParams {
    const fields = new URLSearchParams();
    for (const input of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('form input[name], form select[name]')) {
      const chosen = !('checked' in input) || input.checked || (input.type !== 'radio' && input.type !== 'checkbox');
      if (chosen) fields.set(input.name, input.value);
    }
    return fields;
  }

  return {
    go: (path) => request(path, {}),
    async send(fields = {}) {
      const form = document.querySelector('form');
      if (!form) throw new Error(`no form at ${at}`);
      const body = formFields();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      await request(form.getAttribute('action') ?? at, { method: 'POST', body });
    },
    page: () => document,
    show: (earlier) => {
      document = earlier;
    },
    path: () => at,
    cookies: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    status: () => status,
    heading: () => document.querySelector('h1')?.textContent ?? '',
    alert: () => document.querySelector('[role=alert]')?.textContent ?? '',
    text: () => document.body.textContent ?? '',
  };
}

export const entryPath = (code: string): string => `/webbk/login/b-prelogin.do?bankcode=${encodeURIComponent(btoa(code))}`;

/** The two places that the page asks for, read from the card. */
export function cardAnswers(who: Visitor, { card, transferPassword }: Customer): { BPW0020: string; BPW0030: string } {
  const text = who.text();
  if (card) {
    const [first = '', second = ''] = [...text.matchAll(/\([12]\)\(([ア-ク])\)/g)].map((found) => found[1] ?? '');
    if (!CELL_NAMES.some((name) => name === first)) throw new Error('no cells asked');
    return { BPW0020: card[first] ?? '', BPW0030: card[second] ?? '' };
  }
  const [, first, second] = /左から(\d+)、(\d+)桁目/.exec(text) ?? [];
  return { BPW0020: transferPassword?.[Number(first) - 1] ?? '', BPW0030: transferPassword?.[Number(second) - 1] ?? '' };
}

export async function logIn(who: Visitor, customer: Customer): Promise<void> {
  await who.go(entryPath(customer.institution));
  await who.send({ BTX0010: customer.contract, BPW0010: customer.password ?? customer.firstPassword });
}

/** As far as the entry page of 利用開始. */
export async function startRegistration(who: Visitor, customer: Customer): Promise<void> {
  await who.go(entryPath(customer.institution));
  await who.go('/webbk/otp/b-start-auth.do');
  await who.send({ BTX0010: customer.contract, BPW0010: customer.password ?? '' });
}

export async function register(who: Visitor, customer: Customer, token: TestToken, choice = '1'): Promise<void> {
  await startRegistration(who, customer);
  await who.send({ BTX0010: token.serial, BPW0010: token.code(), BRD0010: choice, ...cardAnswers(who, customer) });
}
