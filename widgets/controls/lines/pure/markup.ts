/** Lines as a native field, and what is wrong with each beside it. */
import { markup, type Markup } from '../../../kit/draw/markup.ts';
import type { ControlKind } from '../../kind.ts';
import { faultsOf, linesInWords, type LineCheck, type LinesParam } from './lines.ts';
import { LINES_WORDS } from '#words/widgets/controls/lines/pure/words';

/** As many lines of an author's examples are written by chance, at most. */
const MOST = 4;

/** What the build draws, and how proofs write by chance. */
export const LINES: ControlKind<LinesParam> = {
  hasField: true,
  // A browser leaves out the first line break in a field.
  markup: ({ surface: { rows }, longest, check }, value, { field, name }) =>
    markup`<div class="lines"><textarea id="${field}" name="${name}" rows="${rows}" maxlength="${longest}" autocomplete="off" autocapitalize="off" spellcheck="false" wrap="off" aria-labelledby="${field}-label" aria-describedby="${field}-faults">
${value}</textarea><ol class="lines-faults" id="${field}-faults" role="list">${faultList(check, value)}</ol></div><p class="surface-foot"><span data-part="said">${linesInWords(check, value)}</span></p>`,
  random: ({ surface: { samples } }, random) => {
    const count = 1 + random.whole(Math.min(MOST, samples.length));
    const chosen = [...random.order(samples.length)].slice(0, count);
    return chosen.map((i) => samples[i] ?? '').join('\n');
  },
};

/** An item for each line up to the last one with a fault, so that each fault stands beside its line; those of others are empty. */
export function faultList(check: LineCheck, text: string): Markup {
  const faults = faultsOf(check, text);
  const count = (faults.at(-1)?.line ?? -1) + 1;
  return markup`${Array.from({ length: count }, (_, i) => {
    const fault = faults.find(({ line }) => line === i);
    return fault
      ? markup`<li><span class="lines-at">${LINES_WORDS.at(i + 1)}</span>${fault.why}</li>`
      : markup`<li aria-hidden="true"></li>`;
  })}`;
}
