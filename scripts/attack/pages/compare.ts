/** Whether everything that a page shows of an experiment is one run, and the same one that runs without a page. */
import type { Page } from 'playwright';
import { readSettings, type AnySettings } from '../../../widgets/kit/contract/params.ts';
import {
  cited,
  measureAll,
  runsOnBackend,
  type AnyWidget,
  type SeenRun,
  type View,
} from '../../../widgets/kit/contract/widget.ts';
import type { Extents } from '../../../widgets/kit/draw/extent.ts';
import { figureOf } from '../../../widgets/kit/draw/drawing.ts';
import { unbroken } from '../../../widgets/kit/draw/format.ts';
import { tablesOf } from '../../../widgets/kit/draw/run-markup.ts';
import { backendOnNode, runOnNode } from '../../../widgets/run/node.ts';
import type { Found } from './book.ts';
import type { Shown } from './shown.ts';

/** Learners on two back ends may differ by so much of a share. */
const HALF_A_POINT = 0.005;

/** Settings as texts, in the order of the table: to be compared whatever they came from. */
const asText = (widget: AnyWidget, of: Readonly<Record<string, unknown>>): string =>
  Object.keys(widget.params)
    .map((name) => `${name}=${String(of[name])}`)
    .join(' ');

/** Where controls, address and the last record speak of different settings; `record` is left out where none is expected. */
export function sameSettings(found: Found, shown: Shown, isRun = true): string[] {
  const { widget } = found;
  const faults: string[] = [];
  const controls = asText(widget, { ...shown.start, ...shown.controls });
  const address = asText(widget, { ...shown.start, ...shown.address });
  if (controls !== address) faults.push(`controls say ${controls}, the address ${address}`);
  const last = shown.sent.at(-1);
  if (isRun) {
    const run = last ? asText(widget, last.run.settings) : 'nothing';
    if (run !== controls) faults.push(`the last record is of ${run}, the controls say ${controls}`);
  }
  const { isPinned, isCompared, isSpread } = shown;
  if (isPinned !== isCompared) faults.push(`pinned ${isPinned}, compared ${isCompared}`);
  if (isPinned !== 'pin' in shown.address) faults.push(`pinned ${isPinned}, not so in the address`);
  if (isSpread !== 'spread' in shown.address)
    faults.push(`spread ${isSpread}, not so in the address`);
  return faults;
}

/** Whether the controls say something else than the last whole run, or, before the first, than the start. */
export function isStale(found: Found, { controls, start, sent }: Shown): boolean {
  const { widget } = found;
  const last = sent.findLast(({ state }) => state === 'done')?.run.settings ?? start;
  return asText(widget, { ...start, ...controls }) !== asText(widget, last);
}

/** Where sentence, table, figure or measures are not those of the last record's settings, run without a page. */
export async function sameRun(found: Found, shown: Shown, mirror: Page): Promise<string[]> {
  const { widget } = found;
  const last = shown.sent.at(-1);
  if (!last) return ['no run has been told'];
  if (last.state !== 'done' || shown.state !== 'done') {
    return [`the last run is ${last.state}, the state ${shown.state}: ${shown.status}`];
  }
  const { settings, measures, backend } = last.run;
  const outcome = await runOnNode(widget, settings);
  const faults = measureFaults(found, measureAll(widget, outcome).measures, measures);
  // What another back end has learned may differ in the last digits: then its drawing does, too.
  if (backend !== backendOnNode(widget)) return faults;
  const normal = (text: string): Promise<string> => normalised(mirror, text);
  const figure = await normal(shown.figure);
  const drawn: string[] = [];
  const draw = async (view: Pick<View, 'axes' | 'ghost'> = {}): Promise<boolean> => {
    for (const layout of ['wide', 'narrow'] as const) {
      const drawing = widget.draw(settings, outcome, { layout, ...view });
      drawn.push(await normal(figureOf(drawing).markup));
    }
    return drawn.some((one) => one.includes(figure));
  };
  // On axes of its own, or on those of runs before it; a model is not trained again for that.
  let isFound = await draw();
  const views = isFound || runsOnBackend(widget) ? [] : await viewsAfter(found, shown);
  for (const view of views) isFound ||= await draw(view);
  if (!isFound) faults.push(`the figure is another one: ${differenceOf(figure, drawn)}`);
  const rows = await normal(tablesOf(widget, settings, outcome).markup);
  if (rows !== (await normal(shown.table))) faults.push('the table is another one');
  if (!(await isSaid(found, shown, settings, outcome))) faults.push(`it says: ${shown.takeaway}`);
  return faults;
}

/** Where a drawing leaves the nearest of those that were expected. */
function differenceOf(shown: string, expected: readonly string[]): string {
  const shared = (one: string): number => [...shown].findIndex((letter, i) => letter !== one[i]);
  const nearest = expected.toSorted((a, b) => shared(b) - shared(a))[0] ?? '';
  const at = Math.max(0, shared(nearest) - 60);
  return `shown is …${shown.slice(at, at + 160)}…, expected …${nearest.slice(at, at + 160)}…`;
}

function measureFaults(
  { learns }: Found,
  ours: Readonly<Record<string, number | null>>,
  theirs: Readonly<Record<string, number | null>>,
): string[] {
  return Object.entries(ours).flatMap(([name, value]) => {
    const shown = theirs[name] ?? null;
    const near =
      value === null || shown === null
        ? value === shown
        : learns
          ? Math.abs(value - shown) <= HALF_A_POINT * Math.max(1, Math.abs(value))
          : cited(value) === cited(shown);
    return near ? [] : [`${name} is ${String(value)} without a page, ${String(shown)} on it`];
  });
}

/** Whether the sentence is that of the run, by itself or beside a run before it. */
async function isSaid(
  found: Found,
  shown: Shown,
  settings: AnySettings,
  outcome: unknown,
): Promise<boolean> {
  const { widget } = found;
  const { takeaway } = shown;
  if (unbroken(widget.say(settings, outcome)) === takeaway) return true;
  for (const before of runsBefore(found, shown)) {
    const said = widget.say(settings, outcome, await runOnNode(widget, before));
    if (unbroken(said) === takeaway) return true;
  }
  return false;
}

/** What the run may stand beside: whole runs before it, the latest first, the pinned one and the start. */
function runsBefore({ widget }: Found, { sent, start, address }: Shown): readonly AnySettings[] {
  const pin = Object.fromEntries(new URLSearchParams(address['pin'] ?? ''));
  const text = { ...start, ...pin };
  const query = Object.fromEntries(
    Object.entries(text).map(([name, value]) => [name, String(value)]),
  );
  const pinned = readSettings(widget.params, query).settings as AnySettings;
  const whole = sent.filter(({ state }) => state === 'done').map(({ run }) => run.settings);
  return [...whole.toReversed().slice(1, 8), pinned, start];
}

/** What the runs before may have left behind the present one: axes kept from any of them on, and a ghost. */
async function viewsAfter(
  found: Found,
  shown: Shown,
): Promise<readonly Pick<View, 'axes' | 'ghost'>[]> {
  const { widget } = found;
  const before: SeenRun[] = [];
  for (const settings of runsBefore(found, shown)) {
    before.push({ settings, outcome: await runOnNode(widget, settings) });
  }
  const [start, pinned] = [before.at(-1), before.at(-2)];
  // From the earliest to the latest; who resets begins anew at any of them.
  const runs = [start, ...before.slice(0, -2).toReversed()].filter((run) => run !== undefined);
  return runs.flatMap((_, first) => {
    let [axes, ghost]: [Extents | undefined, SeenRun | undefined] = [undefined, undefined];
    for (const run of runs.slice(first)) {
      const { settings, outcome } = run;
      const behind = shown.isPinned ? pinned : ghost;
      axes = widget.draw(settings, outcome, { layout: 'wide', axes, ghost: behind }).axes;
      ghost = run;
    }
    return [
      { axes, ghost: shown.isPinned ? pinned : ghost },
      { axes, ghost: undefined },
    ];
  });
}

/** Markup as a browser writes it, without another run behind and what the page adds for keys and ears: so ours and the page's can be compared. */
async function normalised(mirror: Page, text: string): Promise<string> {
  await mirror.setContent(text);
  return mirror.evaluate(() => {
    for (const mark of document.querySelectorAll('svg, [data-handle]')) {
      const added = ['role', 'tabindex', 'aria-roledescription'];
      if (mark.matches('[data-handle]')) added.push('aria-label');
      for (const name of added) mark.removeAttribute(name);
    }
    for (const ghost of document.querySelectorAll('[data-part="ghost"]')) ghost.remove();
    return document.body.innerHTML;
  });
}
