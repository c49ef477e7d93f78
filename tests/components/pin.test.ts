import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinFault, pinOf } from '../../components/pin.ts';

const digits = (least: number, most: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((all) => all.join(''));

describe('a PIN', () => {
  it.each(['000000', '777777777777', '123456', '987654', '890123', '321098', '121212', '123123', '12341234', '112233', '556677', '198555'])(
    'like %s is among the first that anyone would try',
    (pin) => {
      expect(pinFault(pin)).toBe('guessable');
    },
  );

  it.each(['19641010', '196410', '10101964', '101964', '641010', '101064', '311264', '20240101'])('like %s is a date as people write it', (pin) => {
    expect(pinFault(pin)).toBe('guessable');
  });

  it.each(['482915', '907316', '5820397', '739402851746', '110927384'])('like %s will do', (pin) => {
    expect(pinFault(pin)).toBeNull();
  });

  it.each(['', '12345', '4829154829154'])('like %j has the wrong length', (pin) => {
    expect(pinFault(pin)).toBe('length');
  });

  it('of anything but digits is told so', () => {
    expect(['48291a', '48 2915', '-482915', '482.915', '四八二九一五'].map(pinFault)).toEqual(Array(5).fill('digits'));
  });

  it('typed in full-width digits is the same', () => {
    expect(pinOf(' ４８２９１５ ')).toBe('482915');
  });

  it('drawn at random will do four times out of five', () => {
    const drawn = fc.sample(digits(6, 12), { numRuns: 2000, seed: 7 });
    expect(drawn.filter((pin) => pinFault(pin) !== null).length).toBeLessThan(400);
  });

  it('is judged guessable however often a shorter piece is repeated', () => {
    fc.assert(
      fc.property(digits(1, 6), (piece) => {
        const pin = piece.repeat(12).slice(0, piece.length * Math.floor(12 / piece.length));
        return pinFault(pin) === 'guessable';
      }),
    );
  });
});
