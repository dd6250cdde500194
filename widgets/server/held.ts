/** What of an experiment waits for a prediction of its own: which, and its markup. Build only. */
import { AuthorFault } from '../kit/contract/author-settings.ts';
import type { Placed } from '../kit/contract/placement.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';
import type { Step } from '../kit/draw/drawing.ts';
import { markup, type Markup } from '../kit/draw/markup.ts';
import { FRAME_WORDS } from '#words/widgets/kit/words/frame-words';

/** Throws where an author has something wait that the experiment has not. */
export function checkAfter(
  { tag, params }: AnyWidget,
  { id, after = {} }: Pick<Placed, 'id' | 'after'>,
  parts: readonly Pick<Step, 'name'>[],
): void {
  const known = [...Object.keys(params), ...parts.flatMap(({ name }) => name ?? [])];
  for (const name of Object.keys(after)) {
    if (known.includes(name)) continue;
    throw new AuthorFault(
      `<${tag} id="${id}">: after names "${name}", which is no setting, no step and no part of its table; there are ${known.join(', ')}`,
    );
  }
}

/**
 * The same, unseen and unheard until each of these predictions is made or all is asked for; `isMoved` where a mark of the figure
 * moves it. Where no script runs, and on paper, a control stands there at once.
 */
export function held(
  predictions: readonly (string | undefined)[],
  one: Markup,
  isMoved = false,
): Markup {
  const open = [...new Set(predictions)].filter((id) => id !== undefined);
  return open.reduce(
    (inner, id) =>
      markup`<yours-number class="held${isMoved && ' held-mark'}" data-after="${id}">${inner}</yours-number>`,
    one,
  );
}

/** Says that more comes, with the way to the prediction that brings it: one line for each, of which the first is seen. */
export function heldNotes(predictions: Iterable<string>): Markup {
  const notes = [...new Set(predictions)].map(
    (id) =>
      markup`<yours-number class="held-note" data-after="${id}">${FRAME_WORDS.moreComes} <a href="#question-${id}">${FRAME_WORDS.nextPrediction}</a>.</yours-number>`,
  );
  return markup`${notes}`;
}
