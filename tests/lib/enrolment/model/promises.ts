/** What must hold whatever happened: docs/protocol.md's promises, asked of disk and database. */
import { hotp } from '../../../../lib/otp/hotp.ts';
import { timeStep } from '../../../../lib/otp/totp.ts';
import type { Token } from '../../../../lib/token.ts';
import { shownBy } from '../../../mock-bank/devices.ts';
import type { Background } from './background.ts';
import { idsOn } from './computer.ts';
import type { Scene } from './scene.ts';

export function fail(what: string): never {
  throw new Error(what);
}

/** I3: no token leaves the disk, and no pending but for its token, at the issuer's last word or at the customer's wish. */
export function expectNothingLost({ computer, seen, waiting, over, excepted }: Scene): void {
  const tokens = new Set(idsOn(computer, 'tokens'));
  const pendings = new Set(idsOn(computer, 'pendings'));
  for (const id of seen) if (!tokens.has(id)) fail(`I3: the token ${id} has disappeared from the disk`);
  for (const id of waiting) if (!pendings.has(id) && ![tokens, over, excepted].some((ids) => ids.has(id))) fail(`I3: the pending ${id} was forgotten`);
  for (const id of tokens) seen.add(id);
  for (const id of pendings) waiting.add(id);
}

/** What the client holds for good. Of one that the issuer never heard of again it asks first; the promise is that the others stay. */
export async function ownTokens(background: Background): Promise<Token[]> {
  await background.unlock();
  const { vault, enrolment } = background;
  const unsure = (await vault.tokens()).filter(({ state, acknowledged }) => state === 'UNBOUND' && !acknowledged);
  for (const { id } of unsure) await enrolment.refresh(id);
  return (await vault.tokens()).filter(({ state }) => state === 'UNBOUND');
}

export async function expectSameCode({ background, issuer, clock }: Scene, token: Token): Promise<void> {
  const step = timeStep(clock.now, token.profile);
  const code = await background.vault.lend(token.id, ({ otp }) => hotp(otp, step, token.profile));
  if (code !== (await shownBy(issuer.world, issuer.tables, token.serial))) fail(`the codes of ${token.serial} differ`);
}

/** I1; what the client holds for good. */
export async function expectAgreement(scene: Scene): Promise<Token[]> {
  const { account, background, excepted } = scene;
  const own = await ownTokens(background);
  const issued = await account.live();
  for (const token of own) {
    if (!issued.some(({ serial }) => serial === token.serial)) fail(`I1: the issuer does not have ${token.serial}`);
    if (!token.acknowledged) fail(`${token.serial} is not acknowledged`);
  }
  for (const { serial, id } of issued) {
    if (own.some((token) => token.serial === serial)) continue;
    if (account.orphansStay && excepted.has(id)) continue;
    fail(`I1: the client does not have ${serial}`);
  }
  return own;
}
