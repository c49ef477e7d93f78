/** Settings: at which institutions an offer appears beside the field. */
import type { JSX } from 'preact';
import { profileOf } from '../lib/institutions/profiles.ts';
import type { Look } from '../lib/messages/looks.ts';
import type { Settings } from '../lib/messages/protocol.ts';
import { Check } from './check.tsx';
import { useWords } from './language.ts';
import { managedWords } from './words-managed.ts';
import { settingsWords } from './words-settings.ts';

const OFF_NOTE = 'offers-off';

interface Named {
  code: string;
  name: string;
}

/** Those with a token, and those switched off before their token went. */
export function institutionsOf(look: Look, settings: Settings): Named[] {
  const named = new Map(look.tokens.map((token) => [token.institutionCode, token.institution]));
  for (const code of settings.quietInstitutions) {
    if (!named.has(code)) named.set(code, profileOf(code)?.name ?? code);
  }
  return [...named].map(([code, name]) => ({ code, name }));
}

export function withOffer(settings: Settings, code: string, on: boolean): Pick<Settings, 'quietInstitutions'> {
  const others = settings.quietInstitutions.filter((quiet) => quiet !== code);
  return { quietInstitutions: on ? others : [...others, code] };
}

interface OffersProps {
  settings: Settings;
  look: Look;
  onChange: (change: Partial<Settings>) => void;
  /** What was chosen here is kept. */
  saved: boolean;
  /** An organisation has switched all of them off. */
  isOff: boolean;
}

export function OffersPart({ settings, look, onChange, saved, isOff }: OffersProps): JSX.Element {
  const words = useWords(settingsWords);
  const { offersOff } = useWords(managedWords);
  const institutions = institutionsOf(look, settings);
  return (
    <section class="sheet">
      <h3>{words.offers}</h3>
      <p>{words.offersNote}</p>
      {isOff && <p id={OFF_NOTE}>{offersOff}</p>}
      {institutions.length === 0 && <p class="small">{words.noInstitutions}</p>}
      {institutions.map(({ code, name }) => (
        <Check
          key={code}
          label={words.offerAt(name)}
          checked={!isOff && !settings.quietInstitutions.includes(code)}
          {...(isOff ? { fixed: true, describedBy: OFF_NOTE } : {})}
          onChange={(on) => onChange(withOffer(settings, code, on))}
        />
      ))}
      <p class="toast" role="status">
        {saved && words.saved}
      </p>
    </section>
  );
}
