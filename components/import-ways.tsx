/** The ways in: text, files, the clipboard; pasting and dropping work anywhere on the page. */
import type { JSX } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Importing } from './import-effects.ts';
import { isNothing, offeredIn } from './import-pieces.ts';
import type { Origin } from './import-state.ts';
import { useWords } from './language.ts';
import { importWords } from './words-import.ts';

type Take = Importing['take'];

const CLIPBOARD: Origin = { kind: 'clipboard' };
/** A file names itself. */
const FILE: Origin = { kind: 'file', name: '' };

const isField = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** Text pasted into a field is that field's; a picture never is. */
function onPaste(event: ClipboardEvent, take: Take): void {
  const offered = event.clipboardData ? offeredIn(event.clipboardData) : { texts: [], files: [] };
  if (isNothing(offered) || (offered.texts.length > 0 && isField(event.target))) return;
  event.preventDefault();
  void take(offered, CLIPBOARD);
}

/** A file that is dropped beside the place meant for it would otherwise be opened by the browser. */
function onDrop(event: DragEvent, take: Take): void {
  const offered = event.dataTransfer ? offeredIn(event.dataTransfer) : { texts: [], files: [] };
  if (offered.texts.length > 0 && isField(event.target)) return;
  event.preventDefault();
  if (!isNothing(offered)) void take(offered, offered.files.length > 0 ? FILE : CLIPBOARD);
}

export function usePastedAndDropped(take: Take): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => onPaste(event, latest.current);
    const drop = (event: DragEvent): void => onDrop(event, latest.current);
    const over = (event: DragEvent): void => {
      if (!isField(event.target)) event.preventDefault();
    };
    document.addEventListener('paste', paste);
    document.addEventListener('drop', drop);
    document.addEventListener('dragover', over);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('drop', drop);
      document.removeEventListener('dragover', over);
    };
  }, []);
}

interface TextProps {
  value: string;
  onInput: (text: string) => void;
  onRead: () => void;
}

/** `autocomplete="off"` also keeps the text out of what the browser restores after a crash. */
function TextWay({ value, onInput, onRead }: TextProps): JSX.Element {
  const words = useWords(importWords);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const read = (): void => (value.trim() === '' ? field.current?.focus() : onRead());
  return (
    <div class="way">
      <label for={id}>{words.text}</label>
      <p class="small" id={`${id}-hint`}>
        {words.textHint}
      </p>
      <textarea
        id={id}
        ref={field}
        rows={3}
        value={value}
        autocomplete="off"
        autoCapitalize="off"
        spellcheck={false}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <button type="button" class="step" onClick={read}>
        {words.readText}
      </button>
    </div>
  );
}

function FileWay({ onFiles }: { onFiles: (files: File[]) => void }): JSX.Element {
  const words = useWords(importWords);
  const id = useId();
  const pick = (input: HTMLInputElement): void => {
    onFiles([...(input.files ?? [])]);
    // The same file may be chosen again.
    input.value = '';
  };
  return (
    <div class="way">
      <label for={id}>{words.files}</label>
      <p class="small" id={`${id}-hint`}>
        {words.filesHint}
      </p>
      <input
        id={id}
        type="file"
        multiple
        accept="image/png,image/jpeg,image/webp,image/gif,image/bmp,.json,.txt,.2fas,application/json,text/plain"
        aria-describedby={`${id}-hint`}
        onChange={(event) => pick(event.currentTarget)}
      />
    </div>
  );
}

export function WaysIn({ importing }: { importing: Importing }): JSX.Element {
  const words = useWords(importWords);
  const { state, tell, take, takeClipboard } = importing;
  return (
    <div class="sheet ways">
      <FileWay onFiles={(files) => files.length > 0 && void take({ texts: [], files }, FILE)} />
      <TextWay
        value={state.typed}
        onInput={(text) => tell({ kind: 'typed', text })}
        onRead={() => void take({ texts: [state.typed], files: [] }, { kind: 'typed' })}
      />
      <button type="button" class="step" onClick={() => void takeClipboard()}>
        {words.clipboard}
      </button>
    </div>
  );
}
