/** 確認用パスワード and 資金移動用パスワード: two places of the customer's card, asked at random. */
import { papersOf, printedPlaces, type CustomerRow } from './customers.ts';
import { asDigits, equalDigits, twoPlaces } from './digits.ts';
import { expectInstitution } from './institutions.ts';
import type { Tables } from './store.ts';
import { answered } from './tries.ts';
import type { World } from './world.ts';

export type Places = [number, number];

function placesOf(challenge: string | null): Places | null {
  const [first, second] = (challenge ?? '').split(',').map(Number);
  return first !== undefined && second !== undefined ? [first, second] : null;
}

/**
 * The places to ask for, from 0. They stay the same until they were answered right: who could draw again
 * would draw until the two places that were once overheard come up.
 */
export async function askPlaces(tables: Tables, row: CustomerRow): Promise<Places> {
  const { places } = expectInstitution(row.institution).secondSecret;
  const [kept] = await tables.rows<{ challenge: string }>(
    `UPDATE customers SET challenge = coalesce(challenge, $3) WHERE institution = $1 AND contract = $2 RETURNING challenge`,
    [row.institution, row.contract, twoPlaces(places).join(',')],
  );
  return placesOf(kept?.challenge ?? null) ?? twoPlaces(places);
}

/**
 * The sentence of the refusal; null when both answers are right. Within the transaction of what they are given for, on the
 * row that it holds; to be committed whatever comes of it: wrong tries are counted, and right answers are used up,
 * even if the deed is then refused for another reason. `name`: as the page calls the card.
 */
export async function checkPlaces(
  world: Pick<World, 'seal' | 'now'>,
  tables: Tables,
  row: CustomerRow,
  { answers, name }: { answers: [string, string]; name: string },
): Promise<string | null> {
  const { secondSecret } = expectInstitution(row.institution);
  const subject = `card ${row.institution} ${row.contract}`;
  const asked = placesOf(row.challenge);
  const form = secondSecret.kind === 'cells' ? /^\d{2}$/ : /^\d$/;
  const typed = answers.map(asDigits);
  if (!asked || !typed.every((answer) => form.test(answer))) return `${name}を半角数字で入力してください。`;
  const printed = printedPlaces(secondSecret, papersOf(world, row).digits);
  const right = asked.every((place, index) => equalDigits(printed[place] ?? '', typed[index] ?? ''));
  const objection = await answered(tables, world.now(), { subject, right }, {
    wrong: `${name}に誤りがあります。`,
    paused: `${name}の誤りが続いたため、一時的に受付を停止しています。しばらくしてからやり直してください。`,
    locked: `${name}の誤りが続いたため、お取引を停止しています。お取引店へご連絡ください。`,
  });
  if (objection !== null) return objection;
  await tables.rows('UPDATE customers SET challenge = NULL WHERE institution = $1 AND contract = $2', [row.institution, row.contract]);
  return null;
}
