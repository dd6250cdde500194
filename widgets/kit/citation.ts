/** A run as a hand-in cites it. */
import { withUnit } from './format.ts';
import type { Table } from './params.ts';
import { chosen, measured, type Ran } from './pieces.ts';
import type { AnyWidget } from './widget.ts';
import { WORDS } from './words.ts';

/** What a run does not know of itself. */
export interface Cited {
  /** The title of the experiment as it stands in its lesson. */
  readonly title: string;
  /** What trained it, as the reader knows it; absent for a simulation and for the book's own run. */
  readonly trainedOn?: string | undefined;
  readonly address: string;
}

/** Title, widget and version, settings other than the defaults and the seed, measures, back end, address; a line each. */
export function citation(
  widget: AnyWidget,
  ran: Ran,
  { title, trainedOn, address }: Cited,
): string {
  const settings = Object.entries(widget.params as Table)
    .filter(([name, param]) => name === 'seed' || ran.settings[name] !== param.default)
    .map(([name, param]) => {
      const unit = param.kind === 'number' ? param.unit : undefined;
      return `${param.label} ${withUnit(chosen(param, ran.settings[name]), unit)}`;
    });
  const measures = Object.entries(widget.measures).map(
    ([name, { label }]) => `${label} ${measured(widget, name, ran.measures[name] ?? null)}`,
  );
  return [
    WORDS.citeTitle(title, widget.tag, String(widget.version)),
    WORDS.citeSettings(settings.join('; ')),
    WORDS.citeMeasures(measures.join('; ')),
    trainedOn === undefined ? undefined : WORDS.backend(trainedOn),
    address,
  ]
    .filter((line) => line !== undefined)
    .join('\n')
    .replaceAll('\u00a0', ' ');
}
