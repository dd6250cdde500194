/** A pinned run beside the present one. */
import { ownUnit } from '../contract/own-unit.ts';
import { number, quantity, withUnit } from './format.ts';
import { markup, type Markup } from './markup.ts';
import { chosen, measured, table } from './run-markup.ts';
import type { Param, Table } from '../contract/params.ts';
import type { AnyWidget, Measure } from '../contract/widget.ts';
import type { RunRecord } from '../record/run-record.ts';
import { LANGUAGE, POINTS } from '#words/widgets/kit/words/language';
import { HAND_OUT_WORDS } from '#words/widgets/kit/words/hand-out-words';

/** A label inside a sentence: "p99" and "GPU" stay, "Mean wait" begins small. */
function inSentence(label: string): string {
  return /^[A-Z][a-z ]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** A pinned run beside the present one, and which settings tell them apart. */
export function comparison(widget: AnyWidget, pinned: RunRecord, now: RunRecord): Markup {
  const params = widget.params as Table;
  const differing = Object.entries(params).filter(
    ([name]) => pinned.settings[name] !== now.settings[name],
  );
  const what =
    differing.length === 0
      ? HAND_OUT_WORDS.pinnedSame
      : differing
          .map(
            ([name, p]) =>
              `${p.label}: ${inWords(p, pinned.settings[name])} → ${inWords(p, now.settings[name])}`,
          )
          .join('; ');
  const rows = Object.keys(widget.measures).map((name) => {
    const before = pinned.measures[name] ?? null;
    const after = now.measures[name] ?? null;
    return [
      widget.measures[name]?.label ?? name,
      measured(widget, name, before),
      measured(widget, name, after),
      change(widget, name, before, after),
    ];
  });
  // What has not moved is named, not listed: the eye goes to what did.
  const moved = rows.filter(([, before, after]) => before !== after);
  const still = rows.filter((row) => !moved.includes(row)).map(([label]) => label);
  const rest =
    still.length > 0 &&
    markup`<p class="soft">${HAND_OUT_WORDS.unchanged(still.map((label = '') => inSentence(label)).join(', '))}</p>`;
  if (moved.length === 0)
    return markup`<p>${HAND_OUT_WORDS.pinned}. ${what}</p>${differing.length > 0 && rest}`;
  const head = [
    HAND_OUT_WORDS.measure,
    HAND_OUT_WORDS.pinned,
    HAND_OUT_WORDS.now,
    HAND_OUT_WORDS.change,
  ];
  return markup`${table({ caption: what, head, rows: moved })}${rest}`;
}

/** A number as it is shown, to be reckoned with. */
function asShown(value: number, { unit, digits, figures }: Measure<unknown>): number {
  const { group, point } = LANGUAGE;
  const size = unit === 'share' ? 100 * value : value;
  const kept = figures ? Number(size.toPrecision(figures)) : size;
  return Number(number(kept, digits).replaceAll(group, '').replace(point, '.'));
}

function change(
  widget: AnyWidget,
  name: string,
  before: number | null,
  after: number | null,
): string {
  const measure = widget.measures[name];
  if (before === null || after === null || !measure) return '–';
  // Of the numbers that stand beside it: from 17 to 115 it is 98, whatever their decimals say.
  const shown = (value: number): number => asShown(value, measure);
  const difference = shown(after) - shown(before);
  // What rounds to nothing on screen is nothing.
  if (measured(widget, name, before) === measured(widget, name, after)) return 'none';
  // A difference of shares is in percentage points, never in per cent.
  const size =
    measure.unit === 'share'
      ? `${number(Math.abs(difference), measure.digits)} ${POINTS}`
      : quantity(Math.abs(difference), { ...measure, figures: undefined });
  return `${difference > 0 ? '+' : '−'}${size}`;
}

/** A setting; of numbers only a share has its unit beside it. */
function inWords(param: Param, value: number | string | undefined): string {
  const isShare = param.kind === 'number' && param.isShare;
  return withUnit(chosen(param, value), isShare ? ownUnit(param) : undefined);
}
