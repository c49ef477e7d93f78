/** The fields of a page that a person types into: those that are read. */

/** Every type but text, tel, password, number, email, url and date. Named by what they are not: an unknown type is a text field. */
const TYPED =
  'input:not([type=hidden],[type=checkbox],[type=radio],[type=button],[type=submit],[type=reset],[type=image],[type=file],[type=search],[type=range],[type=color],[type=time],[type=month],[type=week],[type=datetime-local])';

/** Commonest first: the browser stops at the first match. What is left can be a custom element. */
const ORDINARY =
  ':not(td,tr,div,span,th,a,p,li,br,input,img,option,label,b,dd,dt,ul,table,tbody,script,link,meta,h1,h2,h3,strong,i,font,button,form,select,path,svg,section,nav,header,footer,main,dl,ol,style,textarea,html,head,body,title)';

/** The document, and the open shadow roots in it. */
export function* treesIn(root: Document | ShadowRoot): Generator<Document | ShadowRoot> {
  yield root;
  for (const { shadowRoot } of root.querySelectorAll(ORDINARY)) if (shadowRoot) yield* treesIn(shadowRoot);
}

/** Pages with more fields than twice this are tables of something: only the first and the last of them are read, where a code is asked for. */
const MOST = 100;

export const hasTypedField = (tree: ParentNode): boolean => tree.querySelector(TYPED) !== null;

/** Of one tree each, in the order given. What is left out of thousands is not touched: a browser would make an object of each. */
export function typedFields(trees: Iterable<ParentNode>): HTMLInputElement[] {
  const lists = [...trees].map((tree) => tree.querySelectorAll<HTMLInputElement>(TYPED));
  const total = lists.reduce((sum, { length }) => sum + length, 0);
  const read: HTMLInputElement[] = [];
  let at = 0;
  for (const list of lists)
    for (let index = 0; index < list.length; index++, at++) {
      const field = at < MOST || at >= total - MOST ? list[index] : undefined;
      if (field) read.push(field);
    }
  return read;
}
