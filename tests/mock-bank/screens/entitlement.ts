/** Who may pay at all: contracts that only inquire, and institutions that want a token for everything. */
import type { MiddlewareHandler } from 'hono';
import { html } from 'hono/html';
import { bankOf, page } from './visit.ts';
import type { CustomerRow } from '../customers.ts';
import type { BankInstitution } from '../institutions.ts';
import { link } from '../pages/fields.ts';
import { frame, type Html } from '../pages/frame.ts';
import type { Look } from '../pages/look.ts';
import { expectCustomer, type SessionEnv } from '../visits.ts';
import type { World } from '../world.ts';

const TOKEN_WANTED = 'お取引にはワンタイムパスワードが必要です。先にワンタイムパスワードの利用登録を行ってください。';

/** The sentence; null when nothing stands against it. */
export function reasonAgainst({ tokenRequired }: BankInstitution, { inquiry_only, serial }: CustomerRow, title: string): string | null {
  if (inquiry_only) return `照会のみのご契約のため、${title}はご利用いただけません。`;
  return tokenRequired && serial === null ? TOKEN_WANTED : null;
}

const refusedPage = (look: Look, title: string, sentence: string): Html => frame({
  look, title, loggedIn: true, objection: sentence,
  body: html`<p class="buttons">${sentence === TOKEN_WANTED
    ? html`<a class="button go" href="/webbk/otp/b-start-auth.do">ワンタイムパスワードを登録する</a>` : ''}
${link('/webbk/top.do', 'トップページへ')}</p>`,
});

/** Before every page of a flow; behind `only(world, 'in')`. */
export function entitled(world: World, title: string): MiddlewareHandler<SessionEnv> {
  return async (c, next) => {
    const reason = reasonAgainst(bankOf(c), await expectCustomer(world, c), title);
    return reason === null ? next() : page(c, refusedPage(bankOf(c), title, reason));
  };
}
