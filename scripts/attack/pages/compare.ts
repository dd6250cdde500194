/** Whether everything that a page shows of an experiment is one run, and the same one that runs without a page. */
import type { Page } from 'playwright';
import {
  readSettings,
  type AnySettings,
  type Table,
} from '../../../widgets/kit/contract/params.ts';
import { isOwnSpread } from '../../../widgets/kit/contract/own-spread.ts';
import { fromOwnUnit } from '../../../widgets/kit/contract/own-unit.ts';
import { cited } from '../../../widgets/kit/contract/cited.ts';
import { measureAll, runsOnBackend, type AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { figureOf } from '../../../widgets/kit/draw/drawing.ts';
import { unbroken } from '../../../widgets/kit/draw/format.ts';
import { tablesOf } from '../../../widgets/kit/draw/run-markup.ts';
import type { RunRecord } from '../../../widgets/kit/record/run-record.ts';
import { backendOnNode, runOnNode } from '../../../widgets/run/node.ts';
import type { Found } from './book.ts';
import type { Shown } from './shown.ts';

/** Learners on two back ends may differ by so much of a share. */
const HALF_A_POINT = 0.005;
/** What the build rounds away, as a share of the value. */
const BUILT = 1e-5;

/** Settings as texts, in the order of the table: to be compared whatever they came from. */
const asText = (widget: AnyWidget, of: Readonly<Record<string, unknown>>): string =>
  Object.keys(widget.params)
    .map((name) => `${name}=${String(of[name])}`)
    .join(' ');

/** What the controls hold, as settings: a share stands there in per cent. */
function settingsOf({ widget }: Found, { start, controls }: Shown): Record<string, unknown> {
  const table = widget.params as Table;
  const held = Object.entries(controls).map(([name, text]) => {
    const param = table[name];
    return [name, param?.kind === 'number' ? fromOwnUnit(Number(text), param) : text] as const;
  });
  return { ...start, ...Object.fromEntries(held) };
}

/** What the address says of settings and of what is in view. */
function inAddress(
  { widget }: Found,
  { address }: Shown,
): Readonly<Record<'settings' | 'view', Record<string, string>>> {
  const table = widget.params as Table;
  const isSetting = ([name, text]: readonly [string, string]): boolean =>
    Object.hasOwn(table, name) && (name !== 'spread' || isOwnSpread(table, text));
  return {
    settings: Object.fromEntries(address.filter(isSetting)),
    view: Object.fromEntries(address.filter((pair) => !isSetting(pair))),
  };
}

/** Where controls, address and the last record speak of different settings; `record` is left out where none is expected. */
export function sameSettings(found: Found, shown: Shown, isRun = true): string[] {
  const { widget } = found;
  const faults: string[] = [];
  const controls = asText(widget, settingsOf(found, shown));
  const { settings, view } = inAddress(found, shown);
  const address = asText(widget, { ...shown.start, ...settings });
  if (controls !== address) faults.push(`controls say ${controls}, the address ${address}`);
  const last = shown.sent.at(-1);
  if (isRun) {
    const run = last ? asText(widget, last.run.settings) : 'nothing';
    if (run !== controls) faults.push(`the last record is of ${run}, the controls say ${controls}`);
  }
  const { isPinned, isCompared, isSpread } = shown;
  if (isPinned !== isCompared) faults.push(`pinned ${isPinned}, compared ${isCompared}`);
  if (isPinned !== 'pin' in view) faults.push(`pinned ${isPinned}, not so in the address`);
  if (isSpread !== 'spread' in view) faults.push(`spread ${isSpread}, not so in the address`);
  return faults;
}

/** Whether the controls say something else than the last whole run, or, before the first, than the start. */
export function isStale(found: Found, shown: Shown): boolean {
  const { widget } = found;
  const { start, sent } = shown;
  const last = sent.findLast(({ state }) => state === 'done')?.run.settings ?? start;
  return asText(widget, settingsOf(found, shown)) !== asText(widget, last);
}

/** Where sentence, table, figure or measures are not those of the last record's settings, run without a page. */
export async function sameFigure(found: Found, shown: Shown, mirror: Page): Promise<string[]> {
  const { widget } = found;
  const last = shown.sent.at(-1);
  if (!last) return ['no run has been told'];
  if (last.state !== 'done' || shown.state !== 'done') {
    return [`the last run is ${last.state}, the state ${shown.state}: ${shown.status}`];
  }
  const { settings, backend } = last.run;
  const outcome = await runOnNode(widget, settings);
  const faults = measureFaults(found, measureAll(widget, outcome).measures, last.run);
  const normal = (text: string): Promise<string> => normalised(mirror, text);
  const [figure, redrawn] = [await normal(shown.figure), await normal(shown.redrawn)];
  if (figure !== redrawn)
    faults.push(`drawn again, the figure is another one: ${differenceOf(figure, [redrawn])}`);
  // What another back end has learned may differ in the last digits: then its drawing does, too.
  if (runsOnBackend(widget) && backend !== backendOnNode(widget)) return faults;
  const paper = await normal(shown.paper.figure);
  const drawn: string[] = [];
  for (const layout of ['wide', 'narrow'] as const) {
    const drawing = widget.draw(settings, outcome, { layout, isInline: found.isInline });
    drawn.push(await normal(figureOf(drawing).markup));
  }
  if (!drawn.some((one) => one.includes(paper)))
    faults.push(`the figure is another one: ${differenceOf(paper, drawn)}`);
  const rows = await normal(
    tablesOf(widget, settings, outcome)
      .map((one) => one.markup)
      .join(''),
  );
  if (rows !== (await normal(shown.table))) faults.push('the table is another one');
  if (!(await isSaid(found, shown, settings, outcome)))
    faults.push(`it says: ${shown.paper.takeaway}`);
  return faults;
}

/** Where a drawing leaves the nearest of those that were expected. */
function differenceOf(shown: string, expected: readonly string[]): string {
  const shared = (one: string): number => [...shown].findIndex((letter, i) => letter !== one[i]);
  const nearest = expected.toSorted((a, b) => shared(b) - shared(a))[0] ?? '';
  const at = Math.max(0, shared(nearest) - 60);
  return `shown is …${shown.slice(at, at + 160)}…, expected …${nearest.slice(at, at + 160)}…`;
}

/** Whether two values are of one run, as a record cites them. */
function isOne(widget: AnyWidget, value: number, shown: number, backend: string): boolean {
  if (runsOnBackend(widget))
    return Math.abs(value - shown) <= HALF_A_POINT * Math.max(1, Math.abs(value));
  // The build rounds what it hands out of the book's own run.
  const isBuilt = backend === '';
  return isBuilt
    ? Math.abs(value - shown) <= BUILT * Math.abs(value)
    : cited(value) === cited(shown);
}

function measureFaults(
  { widget }: Found,
  ours: Readonly<Record<string, number | null>>,
  { measures: theirs, backend }: RunRecord,
): string[] {
  return Object.entries(ours).flatMap(([name, value]) => {
    const shown = theirs[name] ?? null;
    const near =
      value === null || shown === null ? value === shown : isOne(widget, value, shown, backend);
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
  const { takeaway } = shown.paper;
  if (unbroken(widget.say(settings, outcome)) === takeaway) return true;
  for (const before of runsBefore(found, shown)) {
    const said = widget.say(settings, outcome, await runOnNode(widget, before));
    if (unbroken(said) === takeaway) return true;
  }
  return false;
}

/** What the run may stand beside: whole runs before it, the latest first, the pinned one and the start. */
function runsBefore(found: Found, shown: Shown): readonly AnySettings[] {
  const { widget } = found;
  const { sent, start } = shown;
  const pin = Object.fromEntries(new URLSearchParams(inAddress(found, shown).view['pin'] ?? ''));
  const text = { ...start, ...pin };
  const query = Object.fromEntries(
    Object.entries(text).map(([name, value]) => [name, String(value)]),
  );
  const pinned = readSettings(widget.params, query).settings as AnySettings;
  const whole = sent.filter(({ state }) => state === 'done').map(({ run }) => run.settings);
  return [...whole.toReversed().slice(1, 8), pinned, start];
}

/** Markup as a browser writes it, without what the page adds for keys and ears: so ours and the page's can be compared. */
async function normalised(mirror: Page, text: string): Promise<string> {
  await mirror.setContent(text);
  return mirror.evaluate(() => {
    for (const mark of document.querySelectorAll('svg, [data-handle]')) {
      const added = ['role', 'tabindex', 'aria-roledescription'];
      if (mark.matches('[data-handle]')) added.push('aria-label');
      for (const name of added) mark.removeAttribute(name);
    }
    return document.body.innerHTML;
  });
}
