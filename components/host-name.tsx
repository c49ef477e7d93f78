/** A host in ASCII, where look-alike letters show, and beside it as its letters read, where that differs. */
import type { JSX } from 'preact';
import { writtenHost } from '../lib/institutions/host-name.ts';

/** In running text. */
export function hostText(host: string): string {
  const written = writtenHost(host);
  return written === host ? host : `${host} = ${written}`;
}

export function HostName({ host }: { host: string }): JSX.Element {
  const written = writtenHost(host);
  return (
    <span class="host">
      {host}
      {written !== host && <small> = {written}</small>}
    </span>
  );
}
