/** A host as it was written in its own letters, so that it can be shown beside its ASCII form (RFC 3492). */

const [BASE, T_MIN, T_MAX, SKEW, DAMP, FIRST_BIAS, FIRST_POINT] = [36, 1, 26, 38, 700, 72, 128];
const LAST_POINT = 0x10_ffff;
const PREFIX = 'xn--';

/** RFC 3492 section 6.1. */
function adapted(delta: number, points: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / points);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}

/** One variable-length integer (section 6.2); null when it is cut off or holds another sign. */
function integerAt(text: string, at: number, bias: number): { value: number; next: number } | null {
  let [value, weight] = [0, 1];
  for (let [k, next] = [BASE, at]; ; k += BASE) {
    const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(text.charAt(next) || '?');
    if (digit < 0) return null;
    next++;
    value += digit * weight;
    const threshold = Math.min(T_MAX, Math.max(T_MIN, k - bias));
    if (digit < threshold) return { value, next };
    weight *= BASE - threshold;
    if (weight > Number.MAX_SAFE_INTEGER / BASE) return null;
  }
}

/** The part behind `xn--`; null when it is no Punycode. */
function decoded(text: string): string | null {
  const dash = text.lastIndexOf('-');
  const points = Array.from(text.slice(0, Math.max(0, dash)), (letter) => letter.charCodeAt(0));
  let [at, point, place, bias] = [dash + 1, FIRST_POINT, 0, FIRST_BIAS];
  while (at < text.length) {
    const step = integerAt(text, at, bias);
    if (!step) return null;
    const length = points.length + 1;
    bias = adapted(step.value, length, place === 0);
    point += Math.floor((place + step.value) / length);
    place = (place + step.value) % length;
    if (point > LAST_POINT) return null;
    points.splice(place, 0, point);
    place++;
    at = step.next;
  }
  return String.fromCodePoint(...points);
}

/**
 * @param host as browsers tell it, in ASCII, with or without a port
 * @returns the same in its own letters; `host` itself where it has no others
 */
export function writtenHost(host: string): string {
  const [name = '', ...port] = host.split(/(?=:)/);
  const labels = name.split('.').map((label) => (label.startsWith(PREFIX) ? (decoded(label.slice(PREFIX.length)) ?? label) : label));
  const written = labels.join('.');
  // What a browser would not make this very ASCII of is no name of this host.
  const isSame = URL.canParse(`https://${written}`) && new URL(`https://${written}`).hostname === name;
  return isSame ? written + port.join('') : host;
}
