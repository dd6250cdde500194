/** What an item says of the experiment whose runs it takes. */
import { fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { marginOf } from '../../practice/author/seeds.ts';
import type { OnExperiment, Written } from '../pure/format/head.ts';
import type { ExperimentSource } from './schema.ts';

/** As an author writes it. */
interface Source {
  readonly start: Readonly<Record<string, Written>>;
  readonly vary: readonly string[];
}

/** All settings that an item’s experiment starts with, before anything is drawn. */
export function startAsWritten(
  { start }: Source,
  widget: AnyWidget,
  { settings }: ExperimentSource,
): OnExperiment['start'] {
  return { ...fullSettings(widget, settings, 'experiment'), ...start };
}

export function onExperiment(
  source: Source,
  widget: AnyWidget,
  experiment: ExperimentSource,
): OnExperiment {
  const margin = marginOf(widget);
  const bands = Object.keys(widget.measures).flatMap((name) =>
    margin(name) > 0 ? [[name, margin(name)] as const] : [],
  );
  return {
    instance: experiment.id,
    widget: widget.tag,
    widgetVersion: widget.version,
    start: startAsWritten(source, widget, experiment),
    vary: source.vary,
    band: Object.fromEntries(bands),
  };
}
