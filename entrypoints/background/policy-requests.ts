/** Answers about what the organisation that manages this browser has decided. */
import { lookOf } from '../../lib/managed.ts';
import type { OwnPage } from '../../lib/messages/caller.ts';
import type { PolicyLook, PolicyRequests } from '../../lib/messages/policy.ts';
import type { Handlers } from '../../lib/messages/serve.ts';
import type { Desk } from './desk.ts';
import { isGranted } from './own-sites.ts';

export async function policyLook(desk: Desk): Promise<PolicyLook> {
  const policy = await desk.policy.known();
  return lookOf(policy, policy.issuer !== null && (await isGranted(policy.issuer.origin)));
}

export function policyRequests(desk: Desk): Handlers<PolicyRequests, OwnPage> {
  return { policy: () => policyLook(desk) };
}
