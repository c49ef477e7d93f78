/** Compares what was found with the marks of a page. */
import type { Finding } from '../../lib/autofill/finding.ts';

/** Every field that could be typed into, with its wanted role or `-`. */
export function wanted(document: Document): string[] {
  return [...document.querySelectorAll('input')].map((one, index) => `${index}:${one.dataset['want'] ?? '-'}`);
}

export function found(findings: Finding[], document: Document): string[] {
  const roles = new Map(findings.map(({ element, role }) => [element, role]));
  return [...document.querySelectorAll('input')].map((one, index) => `${index}:${roles.get(one) ?? '-'}`);
}
