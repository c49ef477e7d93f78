/** The guide over a background that the test answers for: what it opened and asked, and how the world goes on. */
import { fireEvent, screen } from '@testing-library/preact';
import { vi } from 'vitest';
import { guideWantedFrom } from '../../components/guide-address.ts';
import { Guide } from '../../components/guide.tsx';
import type { Role } from '../../lib/field-role.ts';
import type { Look, TokenLook } from '../../lib/messages/looks.ts';
import { background, look, NOON, noPasskeys, settle, shown } from './builders.tsx';

type Answers = Parameters<typeof background>[0];

export async function guide(search: string, tokens: TokenLook[], answers: Answers = {}, kept: unknown = null) {
  const opened: string[] = [];
  const asks: unknown[] = [];
  const went: string[] = [];
  const keeps: unknown[] = [kept];
  const openTokens = vi.fn<() => void>();
  const held: { tokens: TokenLook[]; site: Look['site'] } = { tokens, site: { kind: 'other', host: null, like: 'none', bindable: null } };
  const told: (() => void)[] = [];
  const turned: (() => void)[] = [];
  const setExchanging: Answers['setExchanging'] = (ask) => {
    asks.push(ask);
    held.tokens = held.tokens.map((one) => (one.id === ask.tokenId ? { ...one, exchanging: ask.exchanging } : one));
    return {};
  };
  const { ask, asked } = background({ look: (): Look => look({ tokens: held.tokens, site: held.site }), setExchanging, ...answers });
  await shown(
    <Guide
      ask={ask}
      stretch={async () => 'x'}
      now={() => NOON}
      passkeys={noPasskeys}
      wanted={guideWantedFrom(search)}
      open={(address) => opened.push(address)}
      backTo={(address) => went.push(address)}
      openTokens={openTokens}
      kept={kept}
      keep={(now) => keeps.push(now)}
      onTokensChanged={(act) => {
        told.push(act);
        return () => told.splice(told.indexOf(act), 1);
      }}
      onPageInFront={(act) => {
        turned.push(act);
        return () => turned.splice(turned.indexOf(act), 1);
      }}
    />,
  );
  const becomes = async (id: string, state: TokenLook['state']): Promise<void> => {
    held.tokens = held.tokens.map((one) => (one.id === id ? { ...one, state } : one));
    for (const act of told) act();
    await settle();
  };
  /** The customer is at a page of あぶくま信用金庫 with these fields. */
  const turnsTo = async (...roles: Role[]): Promise<void> => {
    const institution = { code: '1188', name: 'あぶくま信用金庫' };
    held.site = { kind: 'bank', host: 'ib.shinkin.localhost:8790', institution, tokenIds: [], roles, offersOver: false };
    for (const act of turned) act();
    await settle();
  };
  return { opened, went, openTokens, keeps, asks, asked, held, becomes, turnsTo };
}

export const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settle();
};
export const steps = (): string[] => [...document.querySelectorAll('.numbered li')].map(({ textContent }) => textContent);
