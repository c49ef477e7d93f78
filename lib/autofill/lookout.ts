/** What is on the page now, and what the background was told of it. */
import type { Role } from '../field-role.ts';
import type { Client } from '../messages/client.ts';
import type { PageRequests } from '../messages/protocol.ts';
import { detect } from './detect.ts';
import type { Finding } from './finding.ts';
import { readReceipt } from './receipt.ts';

export interface Lookout {
  findings: () => Finding[];
  roles: () => Role[];
  /** The roles after another look. */
  afresh: () => Role[];
  /** Looks again; tells the background when the set of roles changed, and once of a completion page. */
  scan: () => void;
  /** The document came back: the background has forgotten it. */
  returned: () => void;
}

/** An extension that was updated leaves this script without a background: it falls silent. */
export const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);

interface Noticed {
  seen: (findings: Finding[]) => void;
  /** The background has something to offer for what was found. */
  offered: () => void;
}

export function lookout(document: Document, ask: Client<PageRequests>, on: Noticed): Lookout {
  let findings: Finding[] = [];
  let told = '';
  let completed = false;
  const roles = (): Role[] => [...new Set(findings.map(({ role }) => role))];

  function tell(): void {
    const telling = roles().toSorted().join();
    if (telling !== told) quietly(arrive());
    told = telling;
  }

  async function arrive(): Promise<void> {
    const { kind } = await ask('arrive', { roles: roles(), acted: false });
    if (kind !== 'none') on.offered();
  }

  function complete(): void {
    const receipt = completed ? null : readReceipt(document);
    if (!receipt) return;
    completed = true;
    quietly(ask('completed', { ...receipt }));
  }

  function scan(): void {
    findings = detect(document);
    on.seen(findings);
    tell();
    complete();
  }

  return {
    findings: () => findings,
    roles,
    afresh: () => {
      scan();
      return roles();
    },
    scan,
    returned: () => {
      told = '';
      scan();
    },
  };
}
