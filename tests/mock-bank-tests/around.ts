/** mail.localhost alone on a store of the test's own, and a way to press one of several buttons of a page. */
import { mailApp } from '../mock-bank/mailbox/app.ts';
import { sealUnder } from '../mock-bank/secrets/seal.ts';
import type { BankEvent, World } from '../mock-bank/world.ts';
import { openStore } from './bank.ts';
import type { Reached, Visitor } from './visitor.ts';

export interface Around extends Reached {
  world: World;
  events: Omit<BankEvent, 'at'>[];
  pass(milliseconds: number): void;
}

const address = (host: string, path: string): string => `http://${host}${path}`;

export async function openAround(noon: number): Promise<Around> {
  const store = await openStore();
  const events: Omit<BankEvent, 'at'>[] = [];
  let passed = 0;
  const world: World = {
    store, seal: sealUnder(Buffer.alloc(32, 7)), now: () => noon + passed, issuerOrigin: () => 'http://issuer.localhost',
    note: (event) => void events.push(event),
    alarm: (error) => {
      throw error;
    },
    fault: () => null, wait: () => Promise.resolve(), provisionLimit: 1000, formLimit: 1000,
  };
  const app = mailApp(world, address);
  return { world, events, address, pass: (more) => void (passed += more), fetch: async (request) => app.fetch(request) };
}

/** Sends the form that the button of this name belongs to. */
export async function press(who: Visitor, button: string, typed: Record<string, string> = {}): Promise<void> {
  const forms = [...who.page().querySelectorAll('form')];
  const wanted = forms.find((form) => form.querySelector('button')?.textContent === button);
  if (!wanted) throw new Error(`no button ${button} at ${who.path()}`);
  for (const form of forms) if (form !== wanted) form.remove();
  await who.send(typed);
}

export function post(bank: Reached, path: string, body: Record<string, string> | string, headers: Record<string, string> = {}): Promise<Response> {
  return bank.fetch(new Request(bank.address('mail.localhost', path), { method: 'POST', body: new URLSearchParams(body), headers }));
}
