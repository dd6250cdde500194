/** Boards and actions on the page: drawn again with each run, moved through by keys, pressed one after the other. */
import { answersAtOnce, type AnyWidget } from '../../kit/contract/widget.ts';
import type { Markup } from '../../kit/draw/markup.ts';
import { allActions, type Board } from '../../kit/views/board.ts';
import type { Action } from '../../kit/views/actions.ts';
import { actionButtons, boardGrid } from '../../kit/views/board-markup.ts';
import type { Shown } from '../../kit/views/reel.ts';
import { LANGUAGE } from '#words/widgets/kit/words/language';
import { BOARD_WORDS } from '#words/widgets/kit/words/board-words';
import { focusedNear } from '../../controls/focused.ts';
import type { Instance } from '../instance.ts';
import { bringUpToDate } from '../morph.ts';
import { Rows } from './rows.ts';

export class BoardPanel {
  readonly #widget: AnyWidget;
  readonly #instance: Instance;
  readonly #rows: Rows | undefined;
  /** Presses are answered in turn: what one leads to decides what the next can do. */
  #presses = Promise.resolve();
  /** The decision that undo does not lead behind. */
  #final = '';

  constructor(instance: Instance) {
    this.#widget = instance.widget;
    this.#instance = instance;
    const { board, actions } = this.#places;
    // A key that is held down presses once: what comes next is to be looked at first.
    actions?.addEventListener('keydown', (event) => {
      if (event.repeat && event.key === 'Enter') event.preventDefault();
    });
    if (board) this.#rows = new Rows(board);
  }

  /** Where they stand in an experiment; nothing where it has none. */
  get #places(): { readonly board: HTMLElement | null; readonly actions: HTMLElement | null } {
    const { stage } = this.#instance;
    return { board: stage.part('board'), actions: stage.part('actions') };
  }

  /** Draws what follows from a run, at a moment of it or as it stands on paper. */
  draw({ settings, outcome }: Shown, moment?: number): void {
    const { board, actions } = this.#places;
    const { id } = this.#instance.element;
    const drawn = this.#boardOf({ settings, outcome }, moment);
    if (board && drawn) bring(board, boardGrid(drawn, id));
    // What can be done follows from the run, whichever moment of it is looked at.
    if (actions && moment === undefined)
      bring(actions, actionButtons(this.#actionsOf({ settings, outcome }), id));
    this.#rows?.refresh();
  }

  /** An action was pressed. */
  press(id = ''): Promise<void> {
    return this.#next(async (run) => {
      const board = this.#boardOf(run);
      const action = allActions(this.#actionsOf(run), board).find((one) => one.id === id);
      if (!action) this.#instance.tell(BOARD_WORDS.gone);
      else if ('why' in action) this.#instance.tell(BOARD_WORDS.cannot(action.label, action.why));
      else {
        if (action.isFinal) this.#final = action.label;
        await this.#instance.act(action);
      }
    });
  }

  /** A row was chosen. */
  select(key = ''): Promise<void> {
    return this.#next(async (run) => {
      const row = this.#boardOf(run)?.rows.find((one) => one.key === key);
      const [name = ''] = row?.cells ?? [];
      const label = typeof name === 'object' ? (name?.text ?? '') : String(name);
      if (row?.select) await this.#instance.act({ label, next: row.select });
    });
  }

  /** Undo was pressed, and a decision stands before it. */
  sealed(): void {
    this.#instance.tell(BOARD_WORDS.sealed(this.#final));
  }

  #next(deed: (run: Shown) => Promise<void>): Promise<void> {
    this.#presses = this.#presses
      .then(async () => {
        const run = await this.#ran();
        if (run) await deed({ settings: this.#instance.settings.now, outcome: run.outcome });
      })
      .catch((error: unknown) => console.error(error));
    return this.#presses;
  }

  /** The run of the settings as they stand. */
  async #ran(): Promise<Shown | undefined> {
    const { settings, settled } = this.#instance;
    const isBehind = !settings.isNow(settled?.settings ?? settings.built);
    if (isBehind && answersAtOnce(this.#widget)) await this.#instance.run();
    return this.#instance.whole();
  }

  #actionsOf({ settings, outcome }: Shown): readonly Action[] {
    return this.#widget.actions?.(settings, outcome) ?? [];
  }

  #boardOf({ settings, outcome }: Shown, moment?: number): Board | undefined {
    return this.#widget.board?.(settings, outcome, { moment, locale: LANGUAGE.tag });
  }
}

/** Brings what stands in a place up to date; the focus stays, or goes to what has come in the place of what is gone, or to the rows where nothing has. */
function bring(place: HTMLElement, wanted: Markup): void {
  const focused = focusedNear(place);
  const had = place.contains(focused);
  const key = focused?.closest<HTMLElement>('[data-key]')?.dataset['key'];
  bringUpToDate(place, wanted);
  if (!had || place.contains(focusedNear(place))) return;
  const next =
    place.querySelector<HTMLElement>(
      `[data-key="${CSS.escape(key ?? '')}"], button:not([aria-disabled="true"]), [data-row]`,
    ) ?? place.closest('.experiment')?.querySelector<HTMLElement>('[data-row]');
  (next?.querySelector('button') ?? next)?.focus();
}
