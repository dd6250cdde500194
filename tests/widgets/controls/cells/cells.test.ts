import { describe, expect, test } from 'vitest';
import { cellName, readCells, writeCells } from '../../../../widgets/controls/cells/pure/cells.ts';
import { readSettings } from '../../../../widgets/kit/contract/params.ts';
import { params } from '../../../../widgets/experiments/data-poisoning/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';

const GRID = { columns: 14, rows: 14, most: 9 };

describe('cells as text', () => {
  test('are named by column and row, from the top left', () => {
    expect([0, 13, 14, 195].map((cell) => cellName(GRID, cell))).toEqual(['a1', 'n1', 'a2', 'n14']);
  });
  test('come back as they were, from any order and with any spacing', () => {
    const random = seeded(1, 'cells');
    for (let round = 0; round < 200; round += 1) {
      const cells = [...random.order(196)].slice(0, random.whole(10));
      const text = writeCells(GRID, cells);
      expect([...readCells(GRID, text)]).toEqual([...cells].sort((a, b) => a - b));
      expect(writeCells(GRID, readCells(GRID, text))).toBe(text);
    }
    expect(writeCells(GRID, readCells(GRID, ' N14, m13;m13 a1'))).toBe('a1m13n14');
    expect(writeCells(GRID, readCells(GRID, ''))).toBe('');
  });
  test.each(['o1', 'a0', 'a15', 'n', '7', 'a1b', 'seven'])(
    '%s is refused, and the message says what to write',
    (text) => {
      expect(() => readCells(GRID, text)).toThrow('cells from a1 to n14, such as b2c2');
    },
  );
  test('a tenth cell is refused', () => {
    const ten = writeCells({ ...GRID, most: 20 }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(() => readCells(GRID, ten)).toThrow('at most 9 cells');
    const { settings, unreadable } = readSettings(params, { patch: ten });
    expect(settings.patch).toBe('m13n13m14n14');
    expect(unreadable).toEqual([{ name: 'patch', text: ten, wanted: 'at most 9 cells' }]);
  });
});
