/** Boards and actions as markup. The build draws them first, and the page draws them again. */
import { markup, type Markup } from '../draw/markup.ts';
import { cell } from '../draw/run-markup.ts';
import { BOARD_WORDS } from '#words/widgets/kit/words/board-words';
import type { Action } from './actions.ts';
import type { Board, BoardRow } from './board.ts';

/** Buttons, each with what there is to know before it is pressed, which is said once; `id` is the experiment's, through which they meet. */
export function actionButtons(actions: readonly Action[], id: string): Markup {
  const final = actions.filter((one) => 'isFinal' in one && one.isFinal);
  const finalId = `${id}-${final.at(-1)?.id}-note`;
  const warning =
    final.length > 0 && markup`<span class="note" id="${finalId}">${BOARD_WORDS.final}</span>`;
  return markup`${actions.map((action) => {
    const note = 'why' in action && action.why;
    const noteId = final.includes(action) ? finalId : `${id}-${action.id}-note`;
    return markup`<span class="action" data-key="${action.id}"><button type="button" data-does="action" data-of="${action.id}"${
      'why' in action && markup` aria-disabled="true"`
    }${(note || noteId === finalId) && markup` aria-describedby="${noteId}"`}>${action.label}</button>${
      note && markup`<span class="note" id="${noteId}">${note}</span>`
    }</span>`;
  })}${warning}`;
}

/** A board as a grid of rows: one of them is on the way of the Tab key, arrow keys lead to the others. */
export function boardGrid(board: Board, id: string): Markup {
  const { label, head, rows, onPaper = 'all' } = board;
  const isChosenFrom = rows.some((row) => row.select);
  const hasActions = rows.some((row) => row.actions);
  return markup`<div class="board" role="grid" aria-label="${label}" data-print="${onPaper}"><div class="board-head" role="row">${head.map(
    (name) => markup`<span role="columnheader">${name}</span>`,
  )}${hasActions && markup`<span role="columnheader">${BOARD_WORDS.actions}</span>`}</div>${rows.map(
    (row, i) => boardRow(row, { id, isFirst: i === 0, isChosenFrom, hasActions }),
  )}</div>`;
}

interface RowContext {
  readonly id: string;
  readonly isFirst: boolean;
  readonly isChosenFrom: boolean;
  readonly hasActions: boolean;
}

function boardRow(row: BoardRow, { id, isFirst, isChosenFrom, hasActions }: RowContext): Markup {
  const [first = '', ...rest] = row.cells;
  const selected =
    isChosenFrom && markup` aria-selected="${row.isSelected === true ? 'true' : 'false'}"`;
  const name = row.select
    ? markup`<button type="button" data-does="select" data-of="${row.key}">${cell(first)}</button>`
    : cell(first);
  return markup`<div role="row" data-row="${row.key}" data-key="${row.key}" tabindex="${isFirst ? '0' : '-1'}"${selected}><span role="rowheader">${name}</span>${rest.map(
    (one) => markup`<span role="gridcell">${cell(one)}</span>`,
  )}${hasActions && markup`<span role="gridcell" class="actions">${actionButtons(row.actions ?? [], id)}</span>`}</div>`;
}
