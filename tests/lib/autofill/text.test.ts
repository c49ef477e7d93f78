// @vitest-environment jsdom
/** A page's text in pieces: what is read, what parts it, and what is passed over. */
import { beforeEach, describe, expect, it } from 'vitest';
import { isTyped, LINK, LONGEST, pieces, shadowOf, textOf } from '../../../lib/autofill/text.ts';

const only = (selector: string): Element => document.querySelector(selector) ?? expect.unreachable(selector);

/** Around the field `#own`, nearest first; a field that is met is 〔its id〕. */
function around(html: string, direction: 'before' | 'after', limit?: number): string[] {
  document.body.innerHTML = html;
  return [...pieces(only('#own'), direction, limit)].map(({ text, control }) => (control ? `〔${control.id}〕` : text));
}
const before = (html: string, limit?: number): string[] => around(`${html}<input id="own">`, 'before', limit);
const after = (html: string, limit?: number): string[] => around(`<input id="own">${html}`, 'after', limit);

function all(html: string, ...more: [string?, number?]): string {
  document.body.innerHTML = `<div id="all">${html}</div>`;
  return textOf(only('#all'), ...more);
}

/** The block of a text in so many elements that are none. */
function blockIn(depth: number): Element | undefined {
  document.body.innerHTML = `<p>${'<span>'.repeat(depth)}一${'</span>'.repeat(depth)}</p><input id="own">`;
  return [...pieces(only('#own'), 'before')][0]?.block;
}

beforeEach(() => {
  document.body.innerHTML = '';
});

describe('what stands around a field', () => {
  it('is one piece for each block, nearest first', () => {
    expect(before('<p>一</p><div>二<b>三</b></div>')).toEqual(['二三', '一']);
    expect(after('<p>一</p><div>二<b>三</b></div>')).toEqual(['一', '二三']);
  });

  it('wraps at a line break, and is parted by an empty line or a rule', () => {
    expect(before('<p>一<br>二</p>')).toEqual(['一二']);
    expect(before('<p>一<br>二<br>三</p>')).toEqual(['一二三']);
    expect(before('<p>一<br> <br>二</p>')).toEqual(['二', '一']);
    expect(before('<p>一<hr></p>二')).toEqual(['二', '一']);
    expect(after('一<hr>二')).toEqual(['一', '二']);
  });

  it('is not what is switched off, drawn as a picture or chosen from', () => {
    for (const silent of [
      '<p hidden>×</p>', '<p style="display:none">×</p>', '<p style="color: red; display:  none">×</p>', '<script>×</script>', '<nav>×</nav>',
      '<i class="material-icons">×</i>', '<span class="big material-symbols-outlined">×</span>',
    ]) {
      expect(before(`<p>一</p>${silent}`), silent).toEqual(['一']);
    }
    expect(before('<p>一</p><select id="s"><option>×</option></select>')).toEqual(['〔s〕', '一']);
    expect(before('<p>一</p><textarea id="t">×</textarea>')).toEqual(['〔t〕', '一']);
  });

  it('is what looks like one of these and is none', () => {
    for (const [read, text] of [
      ['<p style="color: red">二</p>', '二'], ['<p style="display: block">二</p>', '二'], ['<p class="material-icons">二</p>', '二'],
      ['<i class="icon">二</i>', '二'], ['<span>二</span>', '二'], ['<p alt="三">二</p>', '二'],
    ]) {
      expect(before(`<p>一</p>${read}`), read).toEqual([text, '一']);
    }
    expect(before('<p>一</p><div alt="三"></div>')).toEqual(['一']);
  });

  it('marks before the field what is pressed, and pictures, by what they are called', () => {
    expect(before('<p>一<a>二</a></p>')).toEqual([`一${LINK}二`]);
    expect(before('<p>一<a><b>二</b></a></p>')).toEqual(['一二']);
    expect(before('<p><img alt="一"></p>')).toEqual([`${LINK}一`]);
    expect(before('<p>一</p><img>')).toEqual(['一']);
    expect(before('<p><input type="submit" value="一"></p>')).toEqual([`${LINK}一`]);
    expect(after('<p>一<a>二</a></p>')).toEqual(['一二']);
  });

  it('has nothing of what stands in a field, a hidden one or a picture’s button', () => {
    expect(before('<p>一</p><input type="hidden" value="×"><input type="reset" value="×"><input type="image" alt="×" value="×">')).toEqual(['一']);
    expect(before('<p>一</p><input id="f" value="×">')).toEqual(['〔f〕', '一']);
  });

  it('leaves the label of another field to that field', () => {
    expect(before('<p>一</p><label for="f">×</label><p>二</p><input id="f">')).toEqual(['〔f〕', '二', '一']);
    expect(before('<p>一</p><label>×<input id="f"></label>')).toEqual(['〔f〕', '一']);
    expect(before('<p>一</p><label hidden>×<input id="f"></label>')).toEqual(['一']);
    expect(before('<p>一</p><label>二<input type="hidden"></label>')).toEqual(['二', '一']);
    expect(before('<p>一</p><label>×<input id="f" type="checkbox"></label>')).toEqual(['一']);
    expect(before('<p>一</p><label for="own">二</label>')).toEqual(['二', '一']);
  });

  it('is cut where it is an article, at the far end', () => {
    const long = `あ${'い'.repeat(LONGEST)}う`;
    expect(before(`<p>${long}</p>`)).toEqual([`${'い'.repeat(LONGEST - 1)}う`]);
    expect(after(`<p>${long}</p>`)).toEqual([`あ${'い'.repeat(LONGEST - 1)}`]);
  });

  it('ends after so many nodes', () => {
    expect(before('<p>一</p><p>二</p>', 1)).toEqual(['二']);
    expect(before('<p>一</p><p>二</p>', 3)).toEqual(['二', '一']);
  });

  it.each([[60, ['×', '一']], [61, ['一']]])('of a walk of %i nodes: %o', (limit, read) => {
    document.body.innerHTML = '<p>一</p><p id="unseen">×</p><input id="own">';
    Object.assign(only('#unseen'), { checkVisibility: () => false });
    expect([...pieces(only('#own'), 'before', limit)].map(({ text }) => text)).toEqual(read);
  });

  it('belongs to the block around it, of fifty elements at most', () => {
    expect(blockIn(50)?.nodeName).toBe('P');
    expect(blockIn(51)?.nodeName).toBe('SPAN');
  });
});

describe('a shadow root', () => {
  it('is found from within, and nothing else is one', () => {
    const root = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
    const inside = root.appendChild(document.createElement('p'));
    expect(shadowOf(inside)).toBe(root);
    expect(shadowOf(document.body)).toBeNull();
    const fragment = document.createDocumentFragment();
    expect(shadowOf(fragment.appendChild(document.createElement('p')))).toBeNull();
    expect(shadowOf(document.createElement('p'))).toBeNull();
  });
});

describe('a field that a person types into or chooses from', () => {
  it.each([
    ['<input>', true], ['<input type="tel">', true], ['<select></select>', true], ['<textarea></textarea>', true],
    ['<input type="radio">', false], ['<input hidden>', false], ['<input style="display:none">', false], ['<select hidden></select>', false], ['<p></p>', false],
  ])('%s: %s', (html, is) => {
    document.body.innerHTML = html;
    expect(isTyped(only('body > *'))).toBe(is);
  });
});

describe('all text of an element', () => {
  it('keeps blocks apart, and has a sign for what is pressed and for a line break', () => {
    expect(all('一<p>二</p>三')).toBe('一。二。三');
    expect(all('一<a>二</a><img alt="三">')).toBe(`一${LINK}二${LINK}三`);
    expect(all('一<br>二')).toBe('一二');
    expect(all('一<br>二', '／')).toBe('一／二');
  });

  it('has nothing of fields, comments and what is not read', () => {
    expect(all('一<!-- × --><textarea>×</textarea><i class="material-icons">×</i><b hidden>×</b>')).toBe('一');
  });

  it('ends soon after as many characters as are wanted', () => {
    expect(all('<b>一二</b><b>三</b><b>四</b>', '', 2)).toBe('一二三');
  });

  it('is nothing where a form has a field of the name that holds them', () => {
    document.body.innerHTML = '<form id="all">一<input name="childNodes"></form>';
    // As a browser does it; jsdom does not.
    Object.defineProperty(only('#all'), 'childNodes', { value: only('input') });
    expect(textOf(only('#all'))).toBe('');
  });
});
