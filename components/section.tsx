/** A sheet with a list; what is decided about it stands below. */
import type { ComponentChildren, JSX } from 'preact';

interface SectionProps {
  heading: string;
  lines: string[];
  children?: ComponentChildren;
}

export function Section({ heading, lines, children }: SectionProps): JSX.Element {
  return (
    <section class="sheet">
      <h2>{heading}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {children}
    </section>
  );
}
