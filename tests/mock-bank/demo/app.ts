/** The demo page: what a person who tries the product needs to know, on `localhost`. */
import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { demoView, type Address } from './page.ts';
import { customerOf, describeCustomer, openContract } from '../customers.ts';
import { DEMO_CUSTOMERS } from '../demo-customers.ts';
import { institutionOf } from '../institutions.ts';
import { CONTRACT, ownFormsOnly } from '../mailbox/request.ts';
import { pageRules } from '../page-rules.ts';
import { assets } from '../pages/assets.ts';
import { sentencePage } from '../pages/frame.ts';
import { stateNow, tokenOf } from '../tokens.ts';
import type { World } from '../world.ts';

export function demoApp(world: World, address: Address): Hono {
  const app = new Hono();
  pageRules(app, world);
  ownFormsOnly(app);
  // Of the bank's own pages for errors.
  assets(app);
  app.get('/demo.css', async (c) =>
    c.body(await readFile(new URL('demo.css', import.meta.url), 'utf8'), 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/', async (c) => {
    const institution = c.req.query('institution') ?? DEMO_CUSTOMERS[0].institution;
    const contract = c.req.query('contract') ?? DEMO_CUSTOMERS[0].contract;
    const row = /^\d{4}$/.test(institution) && CONTRACT.test(contract) ? await customerOf(world.store, institution, contract) : undefined;
    if (!row) return c.html(sentencePage(null, 'エラー', 'このお客様は模擬銀行に登録されていません。', false), 404);
    const customer = await describeCustomer(world, world.store, row);
    const token = row.serial === null ? undefined : await tokenOf(world.store, row.serial);
    const shown = token ? { serial: token.serial, state: stateNow(token, world.now()) } : null;
    return c.html(demoView({ customer, started: !row.must_change, inquiryOnly: row.inquiry_only, token: shown }, address));
  });
  app.post('/customers', async (c) => {
    const wanted = (await c.req.parseBody())['institution'];
    const institution = typeof wanted === 'string' ? institutionOf(wanted) : undefined;
    if (!institution) return c.html(sentencePage(null, 'エラー', 'この金融機関は模擬銀行にありません。', false), 400);
    const { contract } = await openContract(world, { institution: institution.code });
    return c.redirect(`/?institution=${institution.code}&contract=${contract}`, 303);
  });
  return app;
}
