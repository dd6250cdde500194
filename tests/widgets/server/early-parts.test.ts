import { describe, expect, it } from 'vitest';
import { earlyParts } from '../../../widgets/server/early-parts.ts';

const EARLY = { wide: 100, narrow: 900 };

describe('the room of a figure before its prediction', () => {
  it.each([
    ['class first', (box: string) => `<svg class="figure" role="img" viewBox="${box}"></svg>`],
    ['viewBox first', (box: string) => `<svg viewBox="${box}" class="figure" role="img"></svg>`],
  ])('is as wide as the drawing and never higher, %s', (_, drawn) => {
    const figure = `<div>${drawn('0 0 680 300')}</div><div>${drawn('0 0 320 420')}</div>`;
    const rooms = earlyParts(figure, EARLY);
    expect(rooms).toContain('<svg class="wide" viewBox="0 0 680 100"');
    expect(rooms).toContain('<svg class="narrow" viewBox="0 0 320 420"');
  });

  it('is not made up where a drawing says nothing of its size', () => {
    expect(() => earlyParts('<svg class="figure"></svg>', EARLY)).toThrow('the wide drawing');
  });
});
