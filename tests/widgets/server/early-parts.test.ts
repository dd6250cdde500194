import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../widgets/kit/draw/drawing.ts';
import { earlyParts } from '../../../widgets/server/early-parts.ts';

const body = { markup: '' };
const drawing = (width: number, height: number, early?: number): Drawing => ({
  width,
  height,
  label: '',
  body,
  ...(early !== undefined && { early }),
});

describe('the room of a figure before its prediction', () => {
  it('is as wide as the drawing and never higher', () => {
    const rooms = earlyParts({ wide: drawing(680, 300, 100), narrow: drawing(320, 420, 900) });
    expect(rooms).toContain('<svg class="wide" viewBox="0 0 680 100"');
    expect(rooms).toContain('<svg class="narrow" viewBox="0 0 320 420"');
  });

  it('is the drawing itself where all of it is seen', () => {
    expect(earlyParts({ wide: drawing(680, 300), narrow: drawing(320, 420, 420) })).toBeUndefined();
  });
});
