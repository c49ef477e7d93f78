/** Parsers of the names that several records hold. */
import { text } from '../parse.ts';

/** An id of our making: base64url text. */
export const idText = text(64, /^[A-Za-z0-9_-]+$/);
export const institutionCode = text(16, /^[A-Za-z0-9-]+$/);
export const issuerOrigin = text(256, /^https?:\/\/[^/?#\s]+$/);
