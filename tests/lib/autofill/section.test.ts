// @vitest-environment jsdom
/** What a page says around a field: its headings from the nearest up, and the sentences near and far. */
import { describe, expect, it } from 'vitest';
import { sectionOf, type Section } from '../../../lib/autofill/section.ts';
import { openPage } from '../../pages/open.ts';

const field = (): HTMLInputElement => document.querySelector<HTMLInputElement>('#here') ?? expect.unreachable();
const HERE = '<input id="here">';

/** `$` stands for the field. */
function around(html: string): Section {
  openPage(html.replace('$', HERE));
  return sectionOf(field(), field());
}
const headings = (html: string): string[] => around(html).headings;
/** What of paragraphs of these lengths is read after the field. */
const lengthsAfter = (...each: number[]): number[] => around(`$${each.map((length) => `<p>${words(length)}</p>`).join('')}`).after.split('。').map((one) => one.length);
const words = (length: number): string => 'あ'.repeat(length);

/** The field is alone in the open root of an element of its own, which stands where `$` is. */
function inShadow(html: string, inner: string): Section {
  openPage(html.replace('$', '<own-field></own-field>'));
  const root = document.querySelector('own-field')?.attachShadow({ mode: 'open' }) ?? expect.unreachable();
  root.innerHTML = inner.replace('$', HERE);
  const found = root.querySelector('#here') ?? expect.unreachable();
  return sectionOf(found, found);
}

describe('the headings of a field', () => {
  it('are those over it, the nearest first, three at most', () => {
    expect(headings('<h1>一</h1><h2>二</h2><p>文</p>$')).toEqual(['二', '一']);
    expect(headings('<h1>一</h1><h2>二</h2><h3>三</h3><h4>四</h4>$')).toEqual(['四', '三', '二']);
  });

  it('are each of a higher rank than the one below it', () => {
    expect(headings('<h1>一</h1><h2>前の節</h2><p>文</p><h2>二</h2>$')).toEqual(['二', '一']);
    expect(headings('<h1>一</h1><h3>前の節</h3><h2>二</h2>$')).toEqual(['二', '一']);
  });

  it('are legends and captions before all others, and what calls itself one', () => {
    expect(headings('<h6>六</h6><fieldset><legend>枠</legend>$</fieldset>')).toEqual(['枠', '六']);
    expect(headings('<h6>六</h6><table><caption>表</caption><tr><td>$</td></tr></table>')).toEqual(['表', '六']);
    expect(headings('<h2>二</h2><div role="heading" aria-level="3">三</div>$')).toEqual(['三', '二']);
    expect(headings('<h3>三</h3><div role="heading" aria-level="3">同じ</div>$')).toEqual(['同じ']);
    expect(headings('<h6>六</h6><div role="heading">段なし</div>$')).toEqual(['段なし', '六']);
    expect(headings('<h2>二</h2><h3><span>中</span></h3>$')).toEqual(['中', '二']);
  });

  it('are not elements that are only called alike', () => expect(headings('<h2>二</h2><hr><header>頭</header>$')).toEqual(['二']));

  it('begin with the name of the group that the field is in', () => {
    expect(headings('<h2>二</h2><section aria-label="節の名">$</section>')).toEqual(['節の名', '二']);
    expect(headings('<h2>二</h2><div role="dialog" aria-labelledby="n"><b id="n">窓の名</b>$</div>')).toEqual(['窓の名', '二']);
    expect(headings('<h2>二</h2><section>$</section>')).toEqual(['二']);
    expect(headings('<div aria-label="どれでもない">$</div>')).toEqual([]);
  });

  it('has the nearest one for its key', () => {
    expect(around('<h1>一</h1><h2 id="k">二</h2>$').key?.id).toBe('k');
    expect(around('<p>文</p>$').key).toBeNull();
  });

  it('are no longer looked for behind fifteen hundred characters', () => {
    expect([799, 800].map((length) => headings(`<h2>二</h2><p>${words(700)}</p><p>${words(length)}</p>$`))).toEqual([['二'], []]);
  });
});

describe('the sentences of a field', () => {
  it('are near up to the field before or to a heading, and from there on far', () => {
    const { near, far } = around('<p>序</p><h2>二</h2><p>甲</p><input><p>乙</p><p>丙</p>$');
    expect(near).toEqual(['丙', '乙']);
    expect(far).toEqual(['丙', '乙', '甲', '序']);
  });

  it('are not those before a page’s title', () => {
    const { near, far } = around('<p>頭</p><h1>一</h1><p>甲</p>$');
    expect([near, far]).toEqual([['甲'], ['甲']]);
  });

  it('are not those of the section before', () => {
    expect(around('<h1>一</h1><h2>前</h2><p>前の文</p><h2>二</h2><p>甲</p>$').far).toEqual(['甲']);
    expect(around('<h1>一</h1><p>導入</p><h2>二</h2><p>甲</p>$').far).toEqual(['甲', '導入']);
  });

  it('without any heading are all far, too', () => {
    const { near, far } = around('<p>甲</p><input><p>乙</p>$');
    expect([near, far]).toEqual([['乙'], ['乙', '甲']]);
  });

  it('after it end at the next field or heading', () => {
    expect(around('$<p>甲</p><p>乙</p><input><p>丙</p>').after).toBe('甲。乙');
    expect(around('$<p>甲</p><h3>三</h3><p>丙</p>').after).toBe('甲');
    expect(around('$<p>甲</p><select></select><p>丙</p>').after).toBe('甲');
    expect(around('<p>甲</p>$').after).toBe('');
  });

  it('after it end behind three hundred characters', () => {
    expect(lengthsAfter(150, 150, 7, 9)).toEqual([150, 150, 7]);
    expect(lengthsAfter(150, 151, 7, 9)).toEqual([150, 151]);
  });

  it('of a row of boxes are before the first and after the last', () => {
    openPage('<p>前</p><input id="here"><p>間</p><input id="last"><p>後</p>');
    const { near, after } = sectionOf(field(), document.querySelector('#last') ?? expect.unreachable());
    expect([near, after]).toEqual([['前'], '後']);
  });
});

describe('the screen whose only field is the code', () => {
  it.each(['画面ID BLI023', '画面ID：BLI023', '画面ＩＤ：ＢＬＩ０２３'])('says so: %s', (text) => {
    expect(around(`<p>${text}</p><p>文</p>$`).isCodeScreen).toBe(true);
  });

  it.each(['画面ID BLI022', 'BLI023'])('is not one that says %s', (text) => expect(around(`<p>${text}</p>$`).isCodeScreen).toBe(false));
});

describe('a field in a shadow root', () => {
  it('without a heading of its own belongs to the section around', () => {
    const { headings: over, near, far, after, key } = inShadow('<h2 id="k">二</h2><p>外</p>$<p>外の後</p>', '<p>内</p>$<p>内の後</p>');
    expect({ over, near, far, after }).toEqual({ over: ['二'], near: ['内', '外'], far: ['内', '外'], after: '内の後。外の後' });
    expect(key?.id).toBe('k');
  });

  it('with one is a section of its own', () => {
    const { headings: over, near, after } = inShadow('<h2>外</h2><p>外の文</p>$<p>外の後</p>', '<h3>内</h3>$');
    expect({ over, near, after }).toEqual({ over: ['内'], near: [], after: '' });
  });

  it('has the names of both its groups', () => {
    expect(inShadow('<section aria-label="外">$</section>', '<section aria-label="内">$</section>').headings).toEqual(['内', '外']);
  });

  it('is on the screen of the code when either says so', () => {
    const screen = '<p>画面ID BLI023</p>';
    expect([inShadow(`${screen}$`, '$'), inShadow('$', `${screen}$`), inShadow('$', '$')].map((one) => one.isCodeScreen)).toEqual([true, true, false]);
  });
});
