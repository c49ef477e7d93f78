/** トークン発行: BOT001 入力, BOT002 内容確認, BOT003 完了. */
import type { Hono } from 'hono';
import { readActivationPassword } from './activation-password.ts';
import { CHOICE, ISSUE, showChoice } from './application.ts';
import { showCompletion } from './completion.ts';
import { checkWord, WORD } from './confirmation-word.ts';
import { CONFIRM, confirmScreen, DONE, entryScreen, STEPS } from './issue-pages.ts';
import { objectionToIssue } from './situation.ts';
import { complete, inside, lookOf, moveOn, startAgain } from './visit.ts';
import { issueActivation } from '../activations.ts';
import { ownerOf } from '../customers.ts';
import type { Owner } from '../devices.ts';
import { form } from '../form.ts';
import { holdCustomer } from '../hold.ts';
import { PAPER } from '../pages/fields.ts';
import { newPaper, newReceipt } from '../receipt.ts';
import { takeDraft } from '../session.ts';
import { expectCustomer, type SessionEnv, type Visit } from '../visits.ts';
import type { World } from '../world.ts';

const MAIL = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,20}$/;
const MAIL_FIELD = 100;


/** Between two pages the password lies in the database like every other secret: sealed, and for this customer only. */
const sealOwner = (owner: Owner): string => `issue ${ownerOf(owner)}`;

function readMail(first: string, second: string): { mail: string } | { objection: string } {
  const [mail, again] = [first.trim(), second.trim()];
  if (mail === '' || again === '') return { objection: '携帯電話メールアドレスを2か所とも入力してください。' };
  if (mail.length > MAIL_FIELD || !MAIL.test(mail)) return { objection: '携帯電話メールアドレスを半角英数字記号で正しく入力してください。' };
  return mail === again ? { mail } : { objection: '携帯電話メールアドレスと確認のための入力が一致しません。' };
}

/** The way into both pages; a customer for whom there is no issue now stays on BOP001 with the reason. */
async function against(world: World, c: Visit): Promise<Response | null> {
  const objection = await objectionToIssue(world.store, await expectCustomer(world, c), world.now());
  return objection === null ? null : showChoice(world, c, objection);
}

async function showEntry(world: World, c: Visit): Promise<Response> {
  const mail = c.var.session.draft.issue?.mail ?? '';
  return (await against(world, c)) ?? inside(c, entryScreen(lookOf(c), { first: mail, second: mail }));
}

async function enter(world: World, c: Visit): Promise<Response> {
  const refused = await against(world, c);
  if (refused) return refused;
  const typed = await form(c, 'BTX0010', 'BTX0020', 'BPW0010', 'BPW0020');
  const mail = readMail(typed.BTX0010, typed.BTX0020);
  const password = readActivationPassword(typed.BPW0010, typed.BPW0020);
  const refuse = (objection: string): Response | Promise<Response> =>
    inside(c, entryScreen(lookOf(c), { first: typed.BTX0010, second: typed.BTX0020 }, objection));
  if ('objection' in mail) return refuse(mail.objection);
  if ('objection' in password) return refuse(password.objection);
  const sealed = world.seal.close(sealOwner(await expectCustomer(world, c)), Buffer.from(password.password)).toString('base64');
  return moveOn(world, c, CONFIRM, { issue: { mail: mail.mail, password: sealed }, paper: newPaper(world.now()) });
}

async function showConfirm(world: World, c: Visit): Promise<Response> {
  const { issue, paper = '' } = c.var.session.draft;
  if (!issue) return startAgain(world, c, CHOICE);
  return (await against(world, c)) ?? inside(c, confirmScreen(lookOf(c), { mail: issue.mail, paper }));
}

interface Refused {
  /** For the bank's log. */
  reason: 'state' | 'second-secret' | 'taken' | 'paper';
  objection: string;
}

const TAKEN: Refused = { reason: 'taken', objection: 'このお手続きは既に受け付けています。' };
const OTHER_PAPER: Refused = { reason: 'paper', objection: 'お手続きの内容が変わりました。内容をご確認のうえ、もう一度「確定する」ボタンを押して下さい。' };

/** One issue per confirmation: a second click finds its draft taken. */
function settle(world: World, c: Visit, owner: Owner, { word, appPage }: { word: string; appPage: string }): Promise<Refused | null> {
  const { session } = c.var;
  return world.store.transaction<Refused | null>(async (tables) => {
    const customer = await holdCustomer(tables, owner);
    const state = await objectionToIssue(tables, customer, world.now());
    if (state !== null) return { reason: 'state', objection: state };
    const wrong = await checkWord(world, tables, customer, word);
    if (wrong !== null) return { reason: 'second-secret', objection: wrong };
    const { issue } = session.draft;
    if (!issue || !(await takeDraft(tables, session))) return TAKEN;
    const password = world.seal.open(sealOwner(owner), Buffer.from(issue.password, 'base64')).toString();
    await issueActivation(world, tables, owner, { mail: issue.mail, password, appPage });
    await complete(tables, c, { flow: 'issue', receipt: newReceipt(world.now()), rows: [['携帯電話メールアドレス', issue.mail]] });
    return null;
  });
}

async function confirm(world: World, c: Visit): Promise<Response> {
  const { session } = c.var;
  const { issue, paper } = session.draft;
  if (!issue) return startAgain(world, c, CHOICE);
  const { institution, contract } = await expectCustomer(world, c);
  const typed = await form(c, WORD, PAPER);
  // Another tab has gone on meanwhile: what was read there is not what would be done here.
  const refused = typed[PAPER] === paper
    ? await settle(world, c, { institution, contract }, { word: typed[WORD], appPage: phonePage(c) }) : OTHER_PAPER;
  const seen = { kind: 'issue' as const, institution, contract };
  if (!refused) {
    world.note({ ...seen, outcome: 'accepted' });
    return c.redirect(DONE, 303);
  }
  const { reason, objection } = refused;
  world.note({ ...seen, outcome: 'refused', reason });
  if (reason === 'state' || reason === 'taken') return showChoice(world, c, objection);
  return inside(c, confirmScreen(lookOf(c), { mail: issue.mail, paper: paper ?? '' }, objection));
}

/** The simulated telephone of the same bank. */
function phonePage(c: Visit): string {
  const page = new URL('/phone', c.req.url);
  page.hostname = 'mail.localhost';
  return page.href;
}

export function tokenIssue(app: Hono<SessionEnv>, world: World): void {
  app.get(ISSUE, (c) => showEntry(world, c));
  app.post(ISSUE, (c) => enter(world, c));
  app.get(CONFIRM, (c) => showConfirm(world, c));
  app.post(CONFIRM, (c) => confirm(world, c));
  app.get(DONE, (c) => showCompletion(world, c, {
    flow: 'issue',
    id: 'BOT003',
    title: 'トークン発行（ソフトウェアトークン発行完了）',
    steps: STEPS,
    sentence: 'ソフトウェアトークンの発行が完了しました。',
    news: 'ご指定のメールアドレスに「トークン発行のご案内」を送信しました。',
    way: { path: CHOICE, label: 'ワンタイムパスワード申請内容選択へ' },
  }));
}
