/** What the open page is to us, and the button that fills it. Calm on ordinary pages. */
import type { JSX } from 'preact';
import type { Role } from '../lib/field-role.ts';
import type { Likeness } from '../lib/institutions/look-alike.ts';
import type { SiteLook, TokenLook } from '../lib/messages/looks.ts';
import { givesCodes, isLive } from '../lib/token.ts';
import { HostName } from './host-name.tsx';
import { useWords } from './language.ts';
import { nameOf } from './local-name.ts';
import { localWords } from './words-local.ts';
import { popupWords } from './words-popup.ts';
import { siteWords } from './words-site.ts';
import { tokenWords } from './words-token.ts';

type BankSite = Extract<SiteLook, { kind: 'bank' }>;
type OwnSite = Extract<SiteLook, { kind: 'own' }>;

interface Props {
  site: SiteLook;
  tokens: TokenLook[];
  busy: boolean;
  /** How the last fill ended, or why it was refused. */
  result: JSX.Element | null;
  onFill: (tokenId: string) => void;
  onAdd: () => void;
}

/** The background has named those that these fields mean. */
export function fillable({ tokenIds }: BankSite, tokens: TokenLook[]): TokenLook[] {
  return tokens.filter(({ id, state, code }) => tokenIds.includes(id) && givesCodes(state) && code !== null);
}

/** Split boxes are many findings of one role; said once. */
export function rolesSaid(roles: Role[], names: Record<Role, string>, joint: string): string {
  return [...new Set(roles.map((role) => names[role]))].join(joint);
}

function FillButtons({ site, tokens, busy, onFill }: Pick<Props, 'busy' | 'onFill' | 'tokens'> & { site: BankSite }): JSX.Element {
  const words = useWords(popupWords).site;
  const { states } = useWords(tokenWords);
  const name = ({ institution, institutionCode, serial, state }: TokenLook): string => {
    const alone = tokens.filter((token) => token.institutionCode === institutionCode).length === 1;
    if (!site.institution) return words.pick(institution, alone ? null : serial);
    return alone ? words.fill : words.fillWith(serial, states[state]);
  };
  return (
    <div class="fill">
      {!site.institution && <p>{words.unknown}</p>}
      {tokens.map((token) => (
        <button type="button" class="primary" key={token.id} aria-disabled={busy} onClick={() => onFill(token.id)}>
          {name(token)}
        </button>
      ))}
      <p class="small">
        {words.what} {rolesSaid(site.roles, words.roles, words.joint)}
      </p>
    </div>
  );
}

function BankLine(props: Props & { site: BankSite }): JSX.Element {
  const { site } = props;
  const words = useWords(popupWords);
  const tokens = fillable(site, props.tokens);
  const isOfThis = ({ institutionCode, state }: TokenLook): boolean => institutionCode === site.institution?.code && isLive(state);
  // A suspended one, or one that these fields do not mean, was issued all the same.
  const hasNone = site.institution !== null && site.tokenIds.length === 0 && !props.tokens.some(isOfThis);
  return (
    <section class="site bank" aria-label={words.site.region}>
      {site.institution && (
        <p class="site-name">
          <span class="tick" aria-hidden="true">✓</span>
          <strong>{words.site.bank(site.institution.name)}</strong>
        </p>
      )}
      <p class="host">{site.host}</p>
      {site.roles.length > 0 && tokens.length > 0 && (
        <FillButtons site={site} tokens={tokens} busy={props.busy} onFill={props.onFill} />
      )}
      {site.offersOver && <p class="small">{words.site.offersOver}</p>}
      {hasNone && (
        <p class="small">
          {words.site.noToken}{' '}
          <button type="button" class="link" onClick={props.onAdd}>
            {words.add}
          </button>
        </p>
      )}
      {props.result}
    </section>
  );
}

/** The site that imported tokens are bound to. */
function OwnLine(props: Props & { site: OwnSite }): JSX.Element {
  const { site, busy, onFill } = props;
  const words = useWords(popupWords).site;
  const { own, bound } = useWords(siteWords);
  const { unnamed } = useWords(localWords);
  const tokens = props.tokens.filter(({ id }) => site.tokenIds.includes(id));
  return (
    <section class="site own" aria-label={words.region}>
      <p>
        <strong>{own}</strong> <HostName host={site.host} />
      </p>
      {site.roles.length > 0 && tokens.length > 0 && (
        <div class="fill">
          {tokens.map((token) => (
            <button type="button" class="primary" key={token.id} aria-disabled={busy} onClick={() => onFill(token.id)}>
              {tokens.length === 1 ? words.fill : words.fillWith(nameOf(token, unnamed), null)}
            </button>
          ))}
        </div>
      )}
      {site.offersOver && <p class="small">{words.offersOver}</p>}
      {!site.inPage && <p class="small">{bound.notInPage}</p>}
      {props.result}
    </section>
  );
}

function OtherLine({ host, like }: { host: string; like: Likeness }): JSX.Element {
  const { region } = useWords(popupWords).site;
  const words = useWords(siteWords);
  return (
    <section class="site other" aria-label={region}>
      <p>
        {words.unlisted} <HostName host={host} />
      </p>
      {like !== 'none' && <p class="notice warn">{like === 'near' ? words.alike : words.notBanking}</p>}
    </section>
  );
}

export function SiteLine(props: Props): JSX.Element | null {
  const { site } = props;
  if (site.kind === 'bank') return <BankLine {...props} site={site} />;
  if (site.kind === 'own') return <OwnLine {...props} site={site} />;
  return site.host === null ? null : <OtherLine host={site.host} like={site.like} />;
}
