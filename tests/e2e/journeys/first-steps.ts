/** The first steps of a journey, for those that are about something later. */
import { button, checkbox, field, text } from '../browser/find.ts';
import type { Stage, View } from '../browser/view.ts';
import { PASSPHRASE } from './main-road.ts';

/** First run: a vault with the usual passphrase; the view is at the search for an institution. */
export async function makeVault(stage: Stage): Promise<View> {
  const own = await stage.ownPage('/enrol.html');
  await own.type(field('パスフレーズ'), PASSPHRASE);
  await own.type(field('パスフレーズ（確認）'), PASSPHRASE);
  await own.click(button('このパスフレーズにする'));
  await own.waitFor(text('金融機関をさがす'));
  return own;
}

/** From the search to the press of 同意して発行する. */
export async function consentTo(own: View, query: string): Promise<void> {
  await own.type(field('金融機関の名前またはコード'), query);
  await own.press('Enter');
  await own.click(checkbox('ご利用にあたっての内容に同意する'));
  await own.click(checkbox('同じパソコンで使うときの注意を理解した'));
  await own.click(button('同意して発行する'));
}

/** A token; resolves to its serial. */
export async function enrol(own: View, query: string): Promise<string> {
  await consentTo(own, query);
  await own.waitFor(text('トークンを発行しました'));
  return /SK(TS|OH)\d{8}/.exec(await own.textOf('//main'))?.[0] ?? '';
}
