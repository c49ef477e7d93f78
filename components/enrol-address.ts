/** The enrolment page's own address: what it is opened for. */

/** Each null unless it is what the page is to show. */
export interface EnrolPlace {
  pendingId: string | null;
  /** A token whose set-up is to go on. */
  tokenId: string | null;
  /** A token that is to have another display name. */
  nameId: string | null;
  institutionCode: string | null;
}

/** What the page was opened for; the popup puts it into the address. */
export interface Wanted extends EnrolPlace {
  inPrivateWindow: boolean;
}

export const NOWHERE: EnrolPlace = { pendingId: null, tokenId: null, nameId: null, institutionCode: null };

/** E.g. `/enrol.html?institution=1188`. */
export function enrolAddress(place: Partial<EnrolPlace>): string {
  const { pendingId, tokenId, nameId, institutionCode } = { ...NOWHERE, ...place };
  const named = Object.entries({ pending: pendingId, token: tokenId, name: nameId, institution: institutionCode });
  const search = named.flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`])).join('&');
  return search === '' ? '/enrol.html' : `/enrol.html?${search}`;
}

/** `search` of the page's address, e.g. `?institution=1188`. */
export function wantedFrom(search: string, inPrivateWindow: boolean): Wanted {
  const asked = new URLSearchParams(search);
  return {
    pendingId: asked.get('pending'),
    tokenId: asked.get('token'),
    nameId: asked.get('name'),
    institutionCode: asked.get('institution'),
    inPrivateWindow,
  };
}
