/** Settings: language, brightness, text size and hidden digits. Nothing of it is secret: it may be chosen while locked, too. */
import type { ComponentChildren, JSX } from 'preact';
import { LANGUAGE_CHOICES, TEXT_SIZES, THEMES } from '../lib/messages/appearance.ts';
import type { Settings } from '../lib/messages/protocol.ts';
import { Check } from './check.tsx';
import { groups } from './countdown.ts';
import { useWords } from './language.ts';
import { appearanceWords } from './words-appearance.ts';
import { settingsWords } from './words-settings.ts';

interface ChoiceProps {
  name: string;
  label: string;
  chosen: boolean;
  onChoose: () => void;
  /** The language of the label, where it is its own. */
  lang?: string;
}

function Choice({ name, label, chosen, onChoose, lang }: ChoiceProps): JSX.Element {
  return (
    <label class="choice">
      <input type="radio" name={name} checked={chosen} onChange={onChoose} />
      <span {...(lang === undefined ? {} : { lang })}>{label}</span>
    </label>
  );
}

function Choices({ legend, children }: { legend: string; children: ComponentChildren }): JSX.Element {
  return (
    <fieldset class="choices-of-one">
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

/** As a token's code stands on its card. */
function Sample(): JSX.Element {
  const words = useWords(appearanceWords);
  const [first, second] = groups('482915');
  return (
    <p class="sample">
      <span class="small">{words.sample}</span>
      <span class="sample-digits">
        <span>{first}</span> <span>{second}</span>
      </span>
    </p>
  );
}

interface Props {
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
  /** What was chosen here is kept. */
  saved: boolean;
}

export function AppearancePart({ settings, onChange, saved }: Props): JSX.Element {
  const words = useWords(appearanceWords);
  const shared = useWords(settingsWords);
  const choice = <K extends 'language' | 'theme' | 'textSize'>(what: K, value: Settings[K], label: string): JSX.Element => (
    <Choice
      key={value}
      name={what}
      label={label}
      chosen={settings[what] === value}
      onChoose={() => onChange({ [what]: value })}
      {...(value === 'ja' || value === 'en' ? { lang: value } : {})}
    />
  );
  return (
    <section class="sheet" id="appearance">
      <h2>{shared.groups.appearance}</h2>
      <p>{words.lead}</p>
      <Choices legend={words.language}>{LANGUAGE_CHOICES.map((one) => choice('language', one, words.languages[one]))}</Choices>
      <Choices legend={words.textSize}>{TEXT_SIZES.map((one) => choice('textSize', one, words.textSizes[one]))}</Choices>
      <Sample />
      <Choices legend={words.theme}>{THEMES.map((one) => choice('theme', one, words.themes[one]))}</Choices>
      <Check label={words.hides} checked={settings.hidesDigits} onChange={(on) => onChange({ hidesDigits: on })} describedBy="hides-note" />
      <p class="small" id="hides-note">
        {words.hidesNote}
      </p>
      <p class="toast" role="status">
        {saved && shared.saved}
      </p>
    </section>
  );
}
