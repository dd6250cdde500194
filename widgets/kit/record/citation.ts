/** A run as a hand-in cites it. */
import { withUnit } from '../draw/format.ts';
import { ownUnit } from '../contract/own-unit.ts';
import type { Table } from '../contract/params.ts';
import { chosen, measured } from '../draw/run-markup.ts';
import type { AnyWidget } from '../contract/widget.ts';
import type { RunRecord } from './run-record.ts';
import { HAND_OUT_WORDS } from '#words/widgets/kit/words/hand-out-words';
import { WORDS } from '#words/widgets/kit/words/words';

/** What a run does not know of itself. */
export interface CitationContext {
  /** The title of the experiment as it stands in its lesson. */
  readonly title: string;
  /** What trained it, as the reader knows it; absent for a simulation and for the book's own run. */
  readonly trainedOn?: string | undefined;
  readonly address: string;
}

/** Title, widget and version, settings other than the defaults and the seed, measures, back end, the command that repeats the run, address; a line each. */
export function citation(
  widget: AnyWidget,
  run: RunRecord,
  { title, trainedOn, address }: CitationContext,
): string {
  const set = Object.entries(widget.params as Table).filter(
    ([name, param]) => name === 'seed' || run.settings[name] !== param.default,
  );
  const settings = set.map(([name, param]) => {
    const unit = param.kind === 'number' ? ownUnit(param) : undefined;
    return `${param.label} ${withUnit(chosen(param, run.settings[name]), unit)}`;
  });
  // The names that the command line knows: a label, or a situation's name, could not be typed there. The version lets a later edition translate them.
  const command = [
    run.widget,
    `v=${run.version}`,
    ...set.map(([name]) => quoted(`${name}=${String(run.settings[name])}`)),
  ];
  const measures = Object.entries(widget.measures).map(
    ([name, { label }]) => `${label} ${measured(widget, name, run.measures[name] ?? null)}`,
  );
  return [
    HAND_OUT_WORDS.citeTitle(title, run.widget, String(run.version)),
    HAND_OUT_WORDS.citeSettings(settings.join('; ')),
    HAND_OUT_WORDS.citeMeasures(measures.join('; ')),
    trainedOn === undefined ? undefined : WORDS.backend(trainedOn),
    HAND_OUT_WORDS.citeAgain(command.join(' ')),
    address,
  ]
    .filter((line) => line !== undefined)
    .join('\n')
    .replaceAll('\u00a0', ' ');
}

/** A word as a shell takes it whole. A link may carry any text, and who grades will paste it: nothing in it is carried out. */
export function quoted(word: string): string {
  if (/^[\w.,:=-]+$/.test(word)) return word;
  return /["$`\\!\n]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`;
}
