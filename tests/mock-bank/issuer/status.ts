/** `POST /v1/ack` and `POST /v1/status`: what only the holder of the device key can ask. */
import { Refused } from './answers.ts';
import { bytes, parse, text, time, version } from './wire.ts';
import { confirmActivation } from '../activations.ts';
import { holdCustomer } from '../hold.ts';
import { mac, sameMac } from '../secrets/schedule.ts';
import { deviceKey, stateNow, tokenOf, type TokenRow } from '../tokens.ts';
import type { World } from '../world.ts';

const SERIAL_TEXT = text(/^[A-Z]{4}\d{8}$/);

/** The token and its key, once the mac is right. An unknown serial and a wrong mac get one answer. */
async function proven(world: World, serial: string, given: Uint8Array, parts: (Uint8Array | string | number)[]): Promise<{ token: TokenRow; key: Buffer }> {
  const token = await tokenOf(world.store, serial);
  const key = token ? deviceKey(world.seal, token) : Buffer.alloc(32);
  const right = sameMac(mac(key, ...parts), given);
  if (!token || !right) throw new Refused('unknown');
  return { token, key };
}

export async function acknowledge(world: World, body: Uint8Array): Promise<{ reply: string; serial: string }> {
  const asked = parse(body, { v: version, serial: SERIAL_TEXT, mac: bytes(64) });
  const { token } = await proven(world, asked.serial, asked.mac, ['ack', asked.serial]);
  if (stateNow(token, world.now()) === 'EXPIRED') throw new Refused('expired');
  await world.store.transaction(async (tables) => {
    if (token.institution !== null && token.contract !== null) await holdCustomer(tables, { institution: token.institution, contract: token.contract });
    // A credit union's: with the acknowledgement the password has done its work.
    if (token.kind === 'activation') await confirmActivation(tables, asked.serial);
    await tables.rows('UPDATE tokens SET acknowledged_at = coalesce(acknowledged_at, $2) WHERE serial = $1', [asked.serial, world.now()]);
  });
  return { reply: JSON.stringify({ v: 1, state: 'CONFIRMED' }), serial: asked.serial };
}

export async function status(world: World, body: Uint8Array): Promise<{ reply: string; serial: string }> {
  const t1 = world.now();
  const asked = parse(body, { v: version, serial: SERIAL_TEXT, nonce: bytes(16), t0: time, mac: bytes(64) });
  const { serial, nonce, t0 } = asked;
  const { token, key } = await proven(world, serial, asked.mac, ['st1 status req', serial, nonce, t0]);
  const state = stateNow(token, t1);
  const t2 = Math.max(t1, world.now());
  const proof = mac(key, 'st1 status rep', serial, nonce, t0, state, t1, t2);
  return { reply: JSON.stringify({ v: 1, state, t1, t2, mac: proof.toString('base64url') }), serial };
}
