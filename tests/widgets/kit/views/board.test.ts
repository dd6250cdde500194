import { describe, expect, it } from 'vitest';
import type { Board } from '../../../../widgets/kit/views/board.ts';
import { actionButtons, boardGrid } from '../../../../widgets/kit/views/board-markup.ts';
import { movedBy } from '../../../../widgets/kit/views/roving.ts';

const UP_DOWN = ['ArrowUp', 'ArrowDown'] as const;

describe('a key', () => {
  it('leads to the next and the one before, and not beyond the ends', () => {
    expect(movedBy('ArrowDown', 0, 3, UP_DOWN)).toBe(1);
    expect(movedBy('ArrowDown', 2, 3, UP_DOWN)).toBe(2);
    expect(movedBy('ArrowUp', 0, 3, UP_DOWN)).toBe(0);
  });

  it('leads to the first and the last, and means nothing otherwise', () => {
    expect([movedBy('Home', 2, 3, UP_DOWN), movedBy('End', 0, 3, UP_DOWN)]).toEqual([0, 2]);
    expect(movedBy('x', 1, 3, UP_DOWN)).toBeUndefined();
    expect(movedBy('Home', 0, 0, UP_DOWN)).toBeUndefined();
  });
});

describe('actions', () => {
  it('say why they cannot be done, and what cannot be undone', () => {
    const { markup } = actionButtons(
      [
        { id: 'go', label: 'Go <on>', next: { x: 1 } },
        { id: 'end', label: 'End', next: { x: 2 }, isFinal: true },
        { id: 'no', label: 'No', why: 'it is too late.' },
      ],
      'one',
    );
    expect(markup).toContain('data-does="action" data-of="go">Go &lt;on&gt;</button></span>');
    expect(markup).toContain('aria-describedby="one-end-note">End</button>');
    expect(markup).toContain('id="one-end-note">This cannot be undone.');
    expect(markup).toContain('data-of="no" aria-disabled="true" aria-describedby="one-no-note"');
  });
});

describe('a board', () => {
  const board: Board = {
    label: 'Places',
    head: ['Place', 'Score'],
    rows: [
      { key: 'a', cells: ['A & B', 3], select: { x: 1 }, isSelected: true },
      { key: 'b', cells: ['C', null], select: { x: 2 } },
    ],
  };

  it('is a grid of rows with heads, of which the first is on the way of the Tab key', () => {
    const { markup } = boardGrid(board, 'one');
    expect(markup).toContain('role="grid" aria-label="Places"');
    expect(markup.match(/role="row"/g)).toHaveLength(3);
    expect(markup.match(/role="columnheader"/g)).toHaveLength(2);
    expect(markup.match(/tabindex="0"/g)).toHaveLength(1);
    expect(markup).toContain('A &amp; B');
  });

  it('marks what is selected where rows can be chosen, and nothing where they cannot', () => {
    expect(boardGrid(board, 'one').markup.match(/aria-selected="(true|false)"/g)).toEqual([
      'aria-selected="true"',
      'aria-selected="false"',
    ]);
    const rows = board.rows.map(({ key, cells }) => ({ key, cells }));
    const { markup } = boardGrid({ ...board, rows }, 'one');
    expect(markup).not.toContain('aria-selected');
    expect(markup).not.toContain('<button');
  });
});
