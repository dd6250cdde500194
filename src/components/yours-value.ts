/** What a run says to a number in the text that follows it. */
import type { RunRecord } from '../../widgets/kit/record/run-record.ts';
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import { quantity } from '../../widgets/kit/draw/format.ts';
import { CHANCE, differing } from '../tasks/judge/differing.ts';
import { FIRST_WORDS } from '#words/widgets/kit/words/first-words';

/** The number in words; nothing where the run is one of other settings than it asks for. */
export function yoursValue(
  { settings, how, measure }: DOMStringMap,
  run: Pick<RunRecord, 'settings' | 'measures'>,
): string | undefined {
  const wanted = JSON.parse(settings ?? '{}') as AnySettings;
  if (differing(wanted, run.settings, CHANCE).length > 0) return undefined;
  const shown = JSON.parse(how ?? '{}') as {
    digits: number;
    unit?: string;
    figures?: number;
    isDifference?: true;
  };
  return quantity(run.measures[measure ?? ''] ?? null, shown);
}

/** Writes the number of a reader's own run in place of the book's when it is called; nothing where the run is one of other settings. */
export function ownNumber(
  element: HTMLElement,
  run: Pick<RunRecord, 'settings' | 'measures'>,
): (() => void) | undefined {
  const own = yoursValue(element.dataset, run);
  if (own === undefined) return undefined;
  return () => {
    const label = document.createElement('span');
    label.className = 'visually-hidden';
    label.textContent = ` (${FIRST_WORDS.yours})`;
    element.replaceChildren(own, label);
    element.title = FIRST_WORDS.yours;
    element.dataset['own'] = '';
  };
}
