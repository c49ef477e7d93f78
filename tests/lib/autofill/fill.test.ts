// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { empty, fill } from '../../../lib/autofill/fill.ts';
import { openPage } from '../../pages/open.ts';

const frame = async (): Promise<void> => {};
const at = (selector: string): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const boxes = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('input.b')];

function page(html: string): HTMLInputElement {
  openPage(html);
  return at('input');
}

beforeEach(() => openPage(''));

describe('filling a field', () => {
  it('focuses, writes, and tells the page in the order of typing', async () => {
    const field = page('<input maxlength="6">');
    const seen: string[] = [];
    for (const kind of ['focus', 'input', 'change', 'keydown', 'keypress', 'submit'])
      document.addEventListener(kind, () => seen.push(`${kind}:${field.value}`), true);
    await fill([field], '123456', frame);
    expect(seen).toEqual(['focus:', 'input:123456', 'change:123456']);
  });

  it('passes by a value property that a framework put on the element', async () => {
    const field = page('<input>');
    let framework = '';
    const native = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    Object.defineProperty(field, 'value', {
      configurable: true,
      get: () => native?.get?.call(field),
      set: (value: string) => {
        framework = value;
        native?.set?.call(field, value);
      },
    });
    await fill([field], '123456', frame);
    expect([field.value, framework]).toEqual(['123456', '']);
  });

  it('replaces what was there', async () => {
    const field = page('<input value="999999">');
    await fill([field], '123456', frame);
    expect(field.value).toBe('123456');
  });

  it.each([
    ['spaces', (value: string) => value.replace(/(...)(...)/, '$1 $2')],
    ['full-width digits', (value: string) => value.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  ])('accepts a page that turns the code into one with %s', async (_, format) => {
    const field = page('<input>');
    field.addEventListener('input', () => (field.value = format(field.value)));
    await fill([field], '123456', frame);
    expect(field.value).toBe(format('123456'));
  });

  it('writes once more when the page put something else there', async () => {
    const field = page('<input>');
    let times = 0;
    field.addEventListener('input', () => {
      if (times++ === 0) queueMicrotask(() => (field.value = ''));
    });
    await fill([field], '123456', frame);
    expect([field.value, times]).toEqual(['123456', 2]);
  });

  it('says so when the page insists on something else, after two tries', async () => {
    const field = page('<input>');
    let times = 0;
    field.addEventListener('input', () => (field.value = `1${times++}`));
    await expect(fill([field], '123456', frame)).rejects.toThrow('fill-altered');
    expect(times).toBe(2);
  });

  it('never writes twice into a page that sent the code itself', async () => {
    const field = page('<form><input></form>');
    let times = 0;
    field.form?.addEventListener('submit', (event) => event.preventDefault());
    field.addEventListener('input', () => {
      times++;
      field.form?.requestSubmit();
      field.value = '';
    });
    await fill([field], '123456', frame);
    expect(times).toBe(1);
  });
});

describe('a field that is not filled', () => {
  it.each([
    ['field-read-only', '<input readonly>'],
    ['field-unusable', '<input disabled>'],
    ['field-unusable', '<input maxlength="5">'],
    ['field-unusable', '<div style="display:none"><input></div>'],
    ['field-unusable', '<form action="https://elsewhere.example/"><input></form>'],
    ['field-unusable', '<form action="//elsewhere.example/x"><input></form>'],
    ['field-unusable', '<form action="https://elsewhere.example/"><input><input name="action"><input name="getAttribute"></form>'],
    ['field-unusable', '<form action="/ok"><input><button formaction="https://elsewhere.example/">x</button></form>'],
    ['field-unusable', '<form id="f" action="/ok"><input></form><button form="f" formaction="https://elsewhere.example/">x</button>'],
    ['field-unusable', '<base href="https://elsewhere.example/"><form action="send"><input></form>'],
    ['field-unusable', '<form action="https://["><input></form>'],
  ])('%s: %s', async (reason, html) => {
    const field = page(html);
    await expect(fill([field], '123456', frame)).rejects.toThrow(reason);
    expect(field.value).toBe('');
  });

  it.each(['<form action=""><input></form>', '<form action="/here"><input name="action"></form>', '<form action="javascript:void(0)"><input></form>'])(
    'does not include %s',
    async (html) => {
      const field = page(html);
      await fill([field], '123456', frame);
      expect(field.value).toBe('123456');
    },
  );
});

describe('filling boxes', () => {
  it('puts one digit in each', async () => {
    openPage('<input class="b" maxlength="1">'.repeat(6));
    await fill(boxes(), '120456', frame);
    expect(boxes().map((box) => box.value)).toEqual(['1', '2', '0', '4', '5', '6']);
  });

  it('goes along when one box enables the next', async () => {
    openPage(`<input class="b" maxlength="1">${'<input class="b" maxlength="1" disabled>'.repeat(5)}`);
    const all = boxes();
    for (const [index, box] of all.entries()) box.addEventListener('input', () => all[index + 1]?.removeAttribute('disabled'));
    await fill(all, '123456', frame);
    expect(all.map((box) => box.value).join('')).toBe('123456');
  });

  it('is not disturbed by boxes that move the focus on', async () => {
    openPage('<input class="b" maxlength="1">'.repeat(6));
    const all = boxes();
    for (const [index, box] of all.entries()) box.addEventListener('input', () => all[index + 1]?.focus());
    await fill(all, '123456', frame);
    expect(all.map((box) => box.value).join('')).toBe('123456');
  });

  it('stops when the row fills itself', async () => {
    openPage('<input class="b" maxlength="1">'.repeat(6));
    const all = boxes();
    let inputs = 0;
    all[0]?.addEventListener('input', () => {
      for (const [index, box] of all.entries()) box.value = '123456'.charAt(index);
    });
    document.addEventListener('input', () => inputs++);
    await fill(all, '123456', frame);
    expect(inputs).toBe(1);
  });

  it('refuses a row that ends with another value', async () => {
    openPage('<input class="b" maxlength="1">'.repeat(6));
    const last = boxes()[5];
    last?.addEventListener('input', () => (last.value = '0'));
    await expect(fill(boxes(), '123456', frame)).rejects.toThrow('fill-altered');
  });

  it('refuses a code of another length', async () => {
    openPage('<input class="b" maxlength="1">'.repeat(6));
    await expect(fill(boxes(), '12345678', frame)).rejects.toThrow('field-unusable');
    expect(boxes().every((box) => box.value === '')).toBe(true);
  });
});

describe('an expired code', () => {
  it('is taken out of the field', () => {
    const field = page('<input value="123 456">');
    expect([empty([field], '123456'), field.value]).toEqual([true, '']);
  });

  it('leaves a value that is no longer ours', () => {
    const field = page('<input value="1234567">');
    expect([empty([field], '123456'), field.value]).toEqual([false, '1234567']);
  });
});
