/** What the tests of this folder ask of runs, apart from `today.ts`: nothing here needs Vite, which would slow every training down. */
import { entry, listing } from '../../scripts/experiment/answer.ts';
import { readCommand, readRuns } from '../../scripts/experiment/command.ts';
import { loadWidgets } from '../../widgets/index.ts';
import { fullSettings } from '../../widgets/kit/contract/author-settings.ts';
import { readSettings, type AnySettings } from '../../widgets/kit/contract/params.ts';
import {
  measureAll,
  runsOnBackend,
  type AnyWidget,
  type Rows,
} from '../../widgets/kit/contract/widget.ts';
import { resultOf } from '../../widgets/kit/record/run-record.ts';
import { translated } from '../../widgets/kit/record/version.ts';
import { keptOutcomes } from '../../widgets/run/kept/kept-outcomes.ts';
import { backendOnNode } from '../../widgets/run/node.ts';

const WIDGETS = await loadWidgets();

/** One run as it reaches a reader. */
export interface Reached {
  readonly outcome: unknown;
  readonly said: string;
  readonly table: Rows;
}

/** Runs an experiment on Node; `before` is the outcome that the sentence compares with. */
export async function run(tag: string, changes: AnySettings, before?: unknown): Promise<Reached> {
  const widget = widgetOf(tag);
  const settings = fullSettings(widget, changes, tag);
  const [outcome] = await keptOutcomes(widget, [settings]);
  const said = widget.say(settings, outcome, before);
  return { outcome, said, table: widget.tabulate(settings, outcome) };
}

/** Every measure of an outcome as it is cited (nine digits, or `null`), and why some have none. */
export function measuresOf(tag: string, outcome: unknown): ReturnType<typeof measureAll> {
  return measureAll(widgetOf(tag), outcome);
}

/** The experiments that train a model, or those that do not. */
export function tags(which: 'learns' | 'simulates'): readonly string[] {
  const all = Object.values(WIDGETS);
  return all.filter((one) => runsOnBackend(one) === (which === 'learns')).map(({ tag }) => tag);
}

/** The version of an experiment. */
export function versionOf(tag: string): number {
  return widgetOf(tag).version;
}

/** What cannot be understood of settings of an older version. */
export function openOlder(tag: string, settings: AnySettings, version: number): readonly string[] {
  const widget = widgetOf(tag);
  const query = Object.entries(settings).map(([name, value]) => [name, String(value)] as const);
  const reading = readSettings(
    widget.params,
    translated(widget, Object.fromEntries(query), version),
  );
  return [...reading.unreadable.map(({ name }) => name), ...Object.keys(reading.clamped)];
}

function widgetOf(tag: string): AnyWidget {
  const widget = WIDGETS[tag];
  if (!widget) throw new Error(`There is no experiment ${tag}.`);
  return widget;
}

/** The command line's answer to one run, without a process of its own. */
export async function headless(words: readonly string[]): Promise<Headless> {
  const command = readCommand(words);
  if ('list' in command) throw new Error('one run was asked for');
  const widget = widgetOf(command.tag);
  const [asked] = readRuns(widget, command.words).asked;
  if (!asked) throw new Error('one run was asked for');
  const [outcome] = await keptOutcomes(widget, [asked.settings]);
  const run = resultOf(widget, asked.settings, outcome, backendOnNode(widget));
  return entry(widget, run, asked) as Headless;
}

/** What a run prints. */
export interface Headless {
  readonly version: number;
  readonly settings: AnySettings;
  readonly measures: Readonly<Record<string, number | null>>;
}

/** What `--list` prints. */
export function list(): unknown {
  return listing(Object.values(WIDGETS));
}
