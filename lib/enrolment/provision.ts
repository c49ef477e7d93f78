/** The shinkin handshake of docs/protocol.md, pure: M1 out of a pinned key, a token out of M2. */
import { fromBase64url, toBase64url, utf8, wipe } from '../bytes.ts';
import type { InstitutionProfile } from '../institutions/profile.ts';
import { Refusal } from '../refusal.ts';
import type { ShinkinPending } from '../vault/pending.ts';
import { type Concluded, conclude } from './commit.ts';
import { type Published, sealTo } from './hpke.ts';
import { extractKey, lvFields, profileFields, transcriptHash } from './keys.ts';
import type { Origins } from './origins.ts';
import { readShinkinCommit } from './wire.ts';

/** M1 and what must be kept until its reply is here. `z` is a secret: seal it before M1 leaves, then wipe. */
export async function beginProvision(profile: InstitutionProfile, from: Origins, published?: Published): Promise<ShinkinPending> {
  const [key] = profile.issuerKeys;
  if (!key) throw new Refusal('institution-without-issuer');
  const requestId = from.random(16);
  const { enc, ct, z } = await sealTo(
    fromBase64url(key.publicKey),
    {
      info: utf8(`ST1-SK${profile.issuerOrigin}`),
      aad: requestId,
      plain: lvFields(from.random(32), from.app, from.version, from.now),
      exportContext: utf8('st1 z'),
    },
    published,
  );
  const m1 = { v: 1, requestId: toBase64url(requestId), keyId: key.keyId, enc: toBase64url(enc), ct: toBase64url(ct) };
  return {
    flow: 'sk',
    id: toBase64url(requestId),
    institutionCode: profile.code,
    issuerOrigin: profile.issuerOrigin,
    startedAt: from.now,
    request: utf8(JSON.stringify(m1)),
    requestId,
    keyId: key.keyId,
    enc,
    ct,
    z,
  };
}

/** M2 → the token and its secrets (the caller wipes them). Refuses 'issuer-garbled' and what `conclude` refuses. */
export function finishProvision(pending: ShinkinPending, institution: InstitutionProfile, reply: Uint8Array): Concluded {
  const { v, serverNonce, serial, profile, t1, t2, mac: proof } = readShinkinCommit(reply);
  const m1 = [1, pending.requestId, pending.keyId, pending.enc, pending.ct];
  const m2 = [v, serverNonce, serial, ...profileFields(profile), t1, t2];
  const th = transcriptHash('sk', pending.issuerOrigin, [...m1, ...m2]);
  const prk = extractKey(th, pending.z);
  try {
    return conclude(pending, institution, { serial, profile, t1, t2, proof }, { th, prk });
  } finally {
    wipe(prk);
  }
}
