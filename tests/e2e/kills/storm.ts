/** Writes without a pause, from a page of the extension by its messages; each one is told when it is acknowledged. */
import type { OwnRequests } from '../../../lib/messages/protocol.ts';
import type { Reply } from '../../../lib/messages/protocol.ts';

/** The extension's API in one of its own pages. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<Reply> } };
/** To be exposed to the page: takes a StormLine as JSON. */
declare const tellStorm: (line: string) => Promise<void>;

export interface StormPlan {
  /** In every name that this storm gives: which storm wrote it is read from the disk. */
  storm: string;
  institutionCode: string;
  /** How many tokens are enrolled, one after the other. */
  adds: number;
  /** Named and copied over and over, each by two writers at once. */
  tokenIds: string[];
  /** Whose code goes into the bank page in front, once; null for none. */
  fillerId: string | null;
}

export type Request = 'enrolShinkin' | 'nameToken' | 'copy' | 'fillActiveTab';

/** What is told of one write. `at`: epoch milliseconds when the answer came; `asked` has no reply yet. */
export interface StormLine {
  storm: string;
  request: Request;
  ask: Partial<OwnRequests[Request]['ask'] & { tokenId: string; suffix: string }>;
  reply: Reply | null;
  at: number;
}

/** Runs in the page and comes back at once; the storm ends with the page. `given`: a StormPlan as JSON. */
export function storm(given: string): void {
  const plan: StormPlan = JSON.parse(given);
  const tell = (line: Omit<StormLine, 'storm' | 'at'>): void =>
    void tellStorm(JSON.stringify({ storm: plan.storm, at: Date.now(), ...line } satisfies StormLine));
  const write = async (request: Request, ask: StormLine['ask']): Promise<void> => {
    tell({ request, ask, reply: null });
    tell({ request, ask, reply: await chrome.runtime.sendMessage({ name: request, ask }) });
  };
  const name = async (tokenId: string): Promise<void> => {
    for (let number = 1; ; number++) await write('nameToken', { tokenId, suffix: `${plan.storm} ${number}` });
  };
  const copy = async (tokenId: string): Promise<void> => {
    for (;;) await write('copy', { tokenId });
  };
  const enrol = async (): Promise<void> => {
    const ask = { institutionCode: plan.institutionCode, termsAccepted: true, samePcAccepted: true };
    for (let number = 0; number < plan.adds; number++) await write('enrolShinkin', ask);
  };
  for (const tokenId of plan.tokenIds) void Promise.all([name(tokenId), copy(tokenId)]);
  void enrol();
  if (plan.fillerId !== null) void write('fillActiveTab', { tokenId: plan.fillerId });
}
