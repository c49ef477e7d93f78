/** Files that give no tokens, and the sentence that the customer must get for each. */
import { blank } from './png.ts';
import { base32, standard } from './standard.ts';

export interface BadFile {
  fileName: string;
  content: string | Uint8Array;
  says: string;
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="document.title=1"><rect width="9" height="9"/></svg>';
const DEPTH = 100_000;

/** As Aegis writes it, but for the types; and what the customer must read beside each. */
export function wrongEntries(): { content: string; lines: { named: string; says: string }[] } {
  const secret = base32(standard({ issuer: '' }).secret);
  const info = { secret, algo: 'SHA1', digits: 6, period: 30 };
  const entries = [
    { type: 'totp', name: 'text-digits', issuer: 'Types', info: { ...info, digits: '6' } },
    { type: 'totp', name: 'no-secret', issuer: 'Types', info: { ...info, secret: 5 } },
    { type: 'totp', name: 7, issuer: ['Types'], info },
    { type: null, name: 'no-kind', issuer: 'Types', info: { ...info, algo: {} } },
    null,
  ];
  const lines = [
    { named: 'text-digits', says: '桁数が6～8桁ではないため' },
    { named: 'no-secret', says: '秘密の文字列が正しくありません' },
    { named: '名前のないトークン', says: '名前が読めません' },
    { named: 'no-kind', says: 'この種類のトークンは使えません' },
    { named: '名前のないトークン', says: 'この種類のトークンは使えません' },
  ];
  return { content: JSON.stringify({ version: 1, header: {}, db: { version: 3, entries } }), lines };
}

export function badFiles(): BadFile[] {
  const nested = `{"db":${'['.repeat(DEPTH)}${']'.repeat(DEPTH)},"header":{}}`;
  return [
    { fileName: 'torn.png', content: blank(40, 40).subarray(0, 40), says: '読み取れない種類の画像です' },
    { fileName: 'not.png', content: 'GIF? no.', says: '読み取れない種類の画像です' },
    { fileName: 'white.png', content: blank(300, 300), says: 'QRコードが見つかりません' },
    { fileName: 'drawn.svg', content: SVG, says: '読み取れない種類の画像です' },
    { fileName: 'long.txt', content: 'otpauth://totp/A?secret=AAAA\n'.repeat(180_000), says: '大きすぎて読み取れません' },
    { fileName: 'empty.txt', content: '', says: '中に何も書かれていません' },
    { fileName: 'letter.txt', content: 'こんにちは', says: 'トークンの内容ではありません' },
    { fileName: 'cut.txt', content: 'otpauth:/totp', says: '途中で切れているか' },
    { fileName: 'deep.json', content: nested, says: 'ファイルが壊れているため読めません' },
    { fileName: 'half.json', content: '{"version":1,"db":', says: 'ファイルが壊れているため読めません' },
    { fileName: 'list.json', content: JSON.stringify({ version: 1, header: {}, db: { entries: 12 } }), says: 'ファイルが壊れているため読めません' },
    { fileName: 'aegis-secret.json', content: JSON.stringify({ version: 1, header: { slots: [{}], params: {} }, db: 'AAAA' }), says: 'Aegisの暗号化されたファイルです' },
    { fileName: 'backup-secret.2fas', content: JSON.stringify({ services: [], servicesEncrypted: 'AA:BB:CC', schemaVersion: 4 }), says: '2FASのパスワード付きファイルです' },
    { fileName: 'newer.json', content: JSON.stringify({ format: 'kagifuda-export', version: 9 }), says: '新しい版の鍵札で書き出したファイルです' },
    { fileName: 'sealed.json', content: JSON.stringify({ format: 'kagifuda-export', version: 1, memory: 1e12 }), says: 'ファイルが壊れているため読めません' },
  ];
}
