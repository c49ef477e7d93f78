/** What a source file itself says to a person, by its syntax tree: all of it belongs into a catalogue. */
import { parseSync } from 'vite';

export interface Written {
  line: number;
  text: string;
}

interface SyntaxNode {
  type: string;
  start: number;
}

const WORDS = /[\p{L}\p{N}]/u;
const JAPANESE = /[ぁ-ゖァ-ヺー一-鿿々〆。、「」]/;
/** Attributes that are read or shown, of elements and of our own components. */
const SAID = /^(?:title|placeholder|alt|label|heading|text|lead|said|question|yes|no|aria-(?:label|description|valuetext|roledescription|placeholder))$/;

const isNode = (value: unknown): value is SyntaxNode => typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const part = (node: unknown, name: string): unknown => (typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined);
const kindOf = (node: unknown): string => (isNode(node) ? node.type : '');
const children = (node: SyntaxNode): SyntaxNode[] => Object.values(node).flat().filter(isNode);

/** The texts that an expression may come to: through conditions, sums and templates, not through calls. */
function textsIn(node: unknown): [SyntaxNode, string][] {
  if (!isNode(node)) return [];
  const value = part(node, 'value');
  switch (node.type) {
    case 'Literal':
      return typeof value === 'string' ? [[node, value]] : [];
    case 'JSXText':
      return [[node, String(value)]];
    case 'TemplateLiteral':
      return children(node).flatMap((child) => (child.type === 'TemplateElement' ? [[child, String(part(part(child, 'value'), 'raw'))]] : textsIn(child)));
    case 'JSXExpressionContainer':
      return textsIn(part(node, 'expression'));
    case 'ConditionalExpression':
      return [...textsIn(part(node, 'consequent')), ...textsIn(part(node, 'alternate'))];
    case 'LogicalExpression':
      return [...textsIn(part(node, 'left')), ...textsIn(part(node, 'right'))];
    case 'BinaryExpression':
      return part(node, 'operator') === '+' ? [...textsIn(part(node, 'left')), ...textsIn(part(node, 'right'))] : [];
    default:
      return [];
  }
}

/** `{ ja: …, en: … }` is a catalogue in its place: the type makes it whole. */
function isCatalogue(node: SyntaxNode): boolean {
  const keys = children(node).map((property) => String(part(part(property, 'key'), 'name')));
  return node.type === 'ObjectExpression' && keys.length === 2 && keys.includes('ja') && keys.includes('en');
}

function shownBy(node: SyntaxNode): [SyntaxNode, string][] {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return children(node).flatMap((child) => (/^JSX(?:Text|ExpressionContainer)$/.test(child.type) ? textsIn(child) : []));
  const attribute = node.type === 'JSXAttribute' ? part(part(node, 'name'), 'name') : undefined;
  if (typeof attribute === 'string' && SAID.test(attribute)) return textsIn(part(node, 'value'));
  const isText = kindOf(node) === 'Literal' || kindOf(node) === 'TemplateLiteral';
  return isText ? textsIn(node).filter(([, text]) => JAPANESE.test(text)) : [];
}

function search(node: SyntaxNode): [SyntaxNode, string][] {
  return isCatalogue(node) ? [] : [...shownBy(node), ...children(node).flatMap(search)];
}

/** Words and numbers that JSX shows or an attribute says, and every Japanese text; each once. */
export function writtenIn(file: string, source: string): Written[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0 || !isNode(program)) throw new SyntaxError(`${file}: ${errors.map(({ message }) => message).join()}`);
  const found = new Map(search(program).map(([node, text]) => [node.start, text.trim()]));
  return [...found].flatMap(([start, text]) => (WORDS.test(text) || JAPANESE.test(text) ? [{ line: source.slice(0, start).split('\n').length, text }] : []));
}
