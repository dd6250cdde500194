/** Boards and actions on the page: drawn again with each run, moved through by keys, pressed one after the other. */
import type { AnySettings } from '../../kit/contract/params.ts';
import type { AnyWidget } from '../../kit/contract/widget.ts';
import { markup, type Markup } from '../../kit/draw/markup.ts';
import { allActions, type Board } from '../../kit/views/board.ts';
import type { Action, OpenAction } from '../../kit/views/actions.ts';
import { actionButtons, boardGrid } from '../../kit/views/board-markup.ts';
import type { Shown } from '../../kit/views/reel.ts';
import { LANGUAGE } from '#words/widgets/kit/words/language';
import { BOARD_WORDS } from '#words/widgets/kit/words/board-words';
import { setMarkup } from '../../run/page/trusted-types.ts';
import { morph } from './morph.ts';
import { Rows } from './rows.ts';

interface BoardHost {
  /** The run of the settings as they stand. */
  readonly run: () => Promise<Shown | undefined>;
  readonly now: () => AnySettings;
  /** Takes what an action changes, and resolves with its answer. */
  readonly act: (action: Omit<OpenAction, 'id'>) => Promise<void>;
  /** Shows a notice and announces it. */
  readonly tell: (sentence: string) => void;
}
/** Where they stand in an experiment; nothing where it has none. */
interface Places {
  readonly id: string;
  readonly board: HTMLElement | null;
  readonly actions: HTMLElement | null;
}

export class BoardPanel {
  readonly #widget: AnyWidget;
  readonly #places: Places;
  readonly #host: BoardHost;
  readonly #rows: Rows | undefined;
  /** Presses are answered in turn: what one leads to decides what the next can do. */
  #presses = Promise.resolve();
  /** The decision that undo does not lead behind. */
  #final = '';

  constructor(widget: AnyWidget, places: Places, host: BoardHost) {
    this.#widget = widget;
    this.#places = places;
    this.#host = host;
    // A key that is held down presses once: what comes next is to be looked at first.
    places.actions?.addEventListener('keydown', (event) => {
      if (event.repeat && event.key === 'Enter') event.preventDefault();
    });
    if (places.board) this.#rows = new Rows(places.board);
  }

  /** Draws what follows from a run, at a moment of it or as it stands on paper. */
  draw({ settings, outcome }: Shown, moment?: number): void {
    const { board, actions, id } = this.#places;
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
      if (!action) this.#host.tell(BOARD_WORDS.gone);
      else if ('why' in action) this.#host.tell(BOARD_WORDS.cannot(action.label, action.why));
      else {
        if (action.isFinal) this.#final = action.label;
        await this.#host.act(action);
      }
    });
  }

  /** A row was chosen. */
  select(key = ''): Promise<void> {
    return this.#next(async (run) => {
      const row = this.#boardOf(run)?.rows.find((one) => one.key === key);
      const [name = ''] = row?.cells ?? [];
      const label = typeof name === 'object' ? (name?.text ?? '') : String(name);
      if (row?.select) await this.#host.act({ label, next: row.select });
    });
  }

  /** Undo was pressed, and a decision stands before it. */
  sealed(): void {
    this.#host.tell(BOARD_WORDS.sealed(this.#final));
  }

  #next(deed: (run: Shown) => Promise<void>): Promise<void> {
    this.#presses = this.#presses
      .then(async () => {
        const run = await this.#host.run();
        if (run) await deed({ settings: this.#host.now(), outcome: run.outcome });
      })
      .catch((error: unknown) => console.error(error));
    return this.#presses;
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
  const had = place.contains(document.activeElement);
  const key = document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key'];
  const fresh = place.cloneNode(false) as HTMLElement;
  setMarkup(fresh, markup`${wanted}`);
  morph(place, fresh);
  if (!had || place.contains(document.activeElement)) return;
  const next =
    place.querySelector<HTMLElement>(
      `[data-key="${CSS.escape(key ?? '')}"], button:not([aria-disabled="true"]), [data-row]`,
    ) ?? place.closest('.experiment')?.querySelector<HTMLElement>('[data-row]');
  (next?.querySelector('button') ?? next)?.focus();
}
