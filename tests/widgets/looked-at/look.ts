/** What an experiment says, measures, offers and draws, written down: words and numbers as they are, pictures by their hash. */
import { equal } from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { randomSettings } from '../../../src/tasks/kinds/reach/random.ts';
import {
  changed,
  defaults,
  type AnySettings,
  type Table,
} from '../../../widgets/kit/contract/params.ts';
import {
  answersAtOnce,
  measureAll,
  type AnyWidget,
  type Layout,
  type SeenRun,
  type View,
} from '../../../widgets/kit/contract/widget.ts';
import { keptOutcomes } from '../../../widgets/run/kept/kept-outcomes.ts';
import { slid } from '../../../widgets/kit/draw/handle.ts';
import { hashOf } from '../../compat/frozen-form.ts';
import { drawn } from '../drawn.ts';
import { runsOf } from '../seen/runs.ts';

const LAYOUTS: readonly Layout[] = ['wide', 'narrow'];
/** So many places of a timeline are looked at; where it glides, others on the way to each. */
const PLACES = 12;
/** A mark is taken across and down the drawing in steps of so many units, the ground is pressed all over in larger ones. */
const [BY, PRESSED_BY] = [3, 20];

const short = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 10);
const upTo = (end: number, by: number): number[] =>
  Array.from({ length: Math.ceil(end / by) }, (_, i) => by * i);

/** A run under settings: a simulation is run; what waits for its button uses a model that was kept. */
export async function ranWith(widget: AnyWidget, changes: AnySettings): Promise<SeenRun> {
  const table = widget.params as Table;
  const settings: AnySettings = changed(table, defaults(table), changes);
  if (answersAtOnce(widget)) {
    const [outcome] = await keptOutcomes(widget, [settings]);
    return { settings, outcome };
  }
  for (const kept of await runsOf(widget, 0)) {
    const isSame = hashOf(kept.settings) === hashOf(settings);
    const outcome: unknown = isSame ? kept.outcome : widget.reuse?.(settings, kept);
    if (outcome !== undefined) return { settings, outcome };
  }
  throw new Error(`no model is kept for ${JSON.stringify(changes)}`);
}

/** What comes of marks that are taken across the drawing, down it, and away by key; of the ground, wherever it is pressed. */
function byHand(widget: AnyWidget, { settings, outcome }: SeenRun, view: View) {
  const drawing = widget.draw(settings, outcome, view);
  const { width, height, axes, body } = drawing;
  const marks = [...body.markup.matchAll(/data-handle="([^"]*)"/g)].map(([, name = '']) => name);
  const some = [marks[0], marks[marks.length >> 1], marks.at(-1), ''];
  return [...new Set(some)].map((handle = '') => {
    const [, slide] =
      new RegExp(`data-handle="${handle}" data-slide="([^"]*)"`).exec(body.markup) ?? [];
    const to = (x: number, y: number): string | undefined =>
      widget.edit?.move(
        settings,
        handle,
        { x, y },
        // A mark that says how it moves is moved by so much, any other one to a place.
        { ...view, axes, outcome, ...(slide !== undefined && { slid: slid(slide, { x, y }) }) },
      );
    const ways =
      handle === ''
        ? upTo(width, PRESSED_BY).map((x) => upTo(height, PRESSED_BY).map((y) => to(x, y)))
        : [
            [-1000, ...upTo(width, BY), 5000].map((x) => to(x, height / 2)),
            [-1000, ...upTo(height, BY), 5000].map((y) => to(width / 2, y)),
          ];
    const ends = handle === '' ? [] : ways.map((way) => `${way[0]} to ${way.at(-1)}`);
    const step = widget.edit?.step?.(settings, view.layout);
    const sets = widget.edit?.paramOf?.(handle);
    return { handle, sets, step, away: to(0, Infinity), ends, ways: hashOf(ways) };
  });
}

/** Some of the moments before the last, in words, and their pictures. */
async function playedIn(widget: AnyWidget, { settings, outcome }: SeenRun) {
  const { timeline } = widget;
  if (timeline?.kind !== 'moments') return undefined;
  const played = await timeline.played?.();
  const { draw } = played ?? widget;
  const picture = (layout: Layout, moment?: number): string =>
    drawn({ ...widget, ...(moment !== undefined && { draw }) }, settings, outcome, layout, {
      moment,
    });
  const last = timeline.count(outcome) - 1;
  // What stands on paper is the last moment.
  for (const layout of LAYOUTS)
    if (!played && last > 0) equal(picture(layout, last), picture(layout));
  const whole = [...new Set(upTo(last, last / PLACES).map(Math.floor))];
  const places = timeline.glides ? whole.flatMap((at) => [at, at + 0.3, at + 0.8]) : whole;
  const moments = places.map((moment) => {
    const at = Math.ceil(moment);
    const says = played?.say(settings as never, outcome, at);
    const pictures = LAYOUTS.map((layout) => short(picture(layout, moment)));
    return [moment, timeline.label(outcome, at), says, ...pictures].join(' | ');
  });
  const board = widget.board?.(settings, outcome, { moment: Math.floor(last / 2) });
  return { last, seconds: timeline.seconds(outcome), moments, board };
}

/** What follows when a setting is changed by its control, and whether the same model serves. */
function changedIn(widget: AnyWidget, run: SeenRun) {
  const table = widget.params as Table;
  return Object.keys(table).flatMap((name) => {
    const now =
      table[name]?.kind === 'text'
        ? run.settings
        : { ...run.settings, ...randomSettings(widget, [name], 5) };
    const then: AnySettings = widget.follow?.(now, name) ?? now;
    const follows = Object.entries(then).filter(([one, value]) => now[one] !== value);
    const serves = widget.reuse?.(now, run) !== undefined;
    return serves || follows.length > 0 ? [[name, serves, Object.fromEntries(follows)]] : [];
  });
}

/** All of it; `before` is the run of the settings above. */
async function lookedAt(widget: AnyWidget, changes: AnySettings, before?: SeenRun) {
  const run = await ranWith(widget, changes);
  const { settings, outcome } = run;
  const rows = widget.tabulate(settings, outcome);
  const axes = before && widget.draw(before.settings, before.outcome, { layout: 'wide' }).axes;
  const views = [
    {},
    { isInline: true },
    { ghost: before },
    { axes },
    { axes, held: before?.settings },
  ];
  const looks = views.map((view) =>
    LAYOUTS.map((layout) => short(drawn(widget, settings, outcome, layout, view))).join(' '),
  );
  const { title, params, measures, presets } = widget;
  const seen = {
    settings: changes,
    facts: before ? undefined : { title, params, measures, presets },
    said: widget.say(settings, outcome),
    then: before && widget.say(settings, outcome, before.outcome),
    ...measureAll(widget, outcome),
    table: rows.rows.length > 6 ? hashOf(rows) : rows,
    cases: widget.cases && hashOf(widget.cases(outcome)),
    early: LAYOUTS.map((layout) => widget.draw(settings, outcome, { layout }).early),
    steps: widget.draw(settings, outcome, { layout: 'narrow' }).steps?.map(({ says }) => says),
    looks,
    hand: widget.edit && LAYOUTS.map((layout) => byHand(widget, run, { layout, ghost: before })),
    changed: changedIn(widget, run),
    does: widget.actions?.(settings, outcome),
    board: widget.board?.(settings, outcome, {}),
    played: await playedIn(widget, run),
  };
  return { run, seen };
}

/** A line for each thing that is looked at. */
function inLines(one: object): string {
  const lines = Object.entries(one).flatMap(([name, value]) =>
    value === undefined ? [] : [`${JSON.stringify(name)}: ${JSON.stringify(value)}`],
  );
  return `{\n  ${lines.join(',\n  ')}\n}`;
}

/** The text of `looked-at/NAME.json`: under each of these settings in turn. */
export async function lookedAtUnder(
  widget: AnyWidget,
  list: readonly AnySettings[],
): Promise<string> {
  const seen: string[] = [];
  let before: SeenRun | undefined;
  for (const settings of list) {
    const now = await lookedAt(widget, settings, before);
    before = now.run;
    seen.push(inLines(now.seen));
  }
  return `[\n${seen.join(',\n')}\n]\n`;
}
