/** What each number of a sentence belongs to: a measure of a cited run, what two of them differ by, a setting, a value of the item. */
import { inShown, type ShownMeasure } from '../../../judge/shown-measure.ts';
import type { ClaimItem } from '../item.ts';
import type { Drawn } from '../../../sets/pure/format/head.ts';
import { numbersIn, type Written } from './numbers.ts';
import { BELONGS, CLAIMED, HUNDRED, inWords, TIMES } from './words.en.ts';

/** A cited run: its settings, and its measures where they are known. */
export interface Cited {
  readonly settings: Readonly<Record<string, number | string>>;
  readonly measures?: Readonly<Record<string, number | null>> | undefined;
}

/** A number of the sentence, and what it belongs to. */
export interface Found {
  readonly number: string;
  /** What it is; none where it belongs to nothing. */
  readonly is?: keyof typeof BELONGS;
  /** All that in a sentence. */
  readonly says: string;
}

/** Something that a number may belong to. */
interface Candidate {
  readonly is: keyof typeof BELONGS;
  readonly what: string;
  readonly value: number;
  readonly unit: string | undefined;
  /** How far back ends differ in it. */
  readonly band: number;
  readonly shown: string;
}

/** Every number in a sentence, with what it belongs to. */
export function findings(
  item: Pick<ClaimItem, 'measures' | 'settings' | 'band'>,
  values: Drawn,
  runs: readonly Cited[],
  sentence: string,
): readonly Found[] {
  const direct = measuresOf(item, runs);
  const all = [...direct, ...settingsOf(item, runs), ...givenIn(values), ...between(item, runs)];
  return numbersIn(withoutWords(item, sentence)).map((number): Found => {
    const { text } = number;
    const own = all.find((one) => belongs(number, one));
    if (own) return { number: text, is: own.is, says: CLAIMED.fits(text, own.what) };
    return { number: text, says: hint(number, direct) };
  });
}

/** Without the numbers of words that the experiment says, too: a percentile in them by its name, and the hundred of which shares are told. */
function withoutWords({ measures }: Pick<ClaimItem, 'measures'>, sentence: string): string {
  const all = Object.values(measures);
  const text = all
    .flatMap(({ label }) => /\bp(\d\d)\b/.exec(label)?.[1] ?? [])
    .reduce((before, share) => before.replace(inWords(share), `p${share}`), sentence);
  return all.some(({ unit }) => unit === '%') ? text.replace(HUNDRED, '') : text;
}

function measuresOf(
  { measures, band }: Pick<ClaimItem, 'measures' | 'band'>,
  runs: readonly Cited[],
): readonly Candidate[] {
  return Object.entries(measures).flatMap(([name, how]) =>
    runs.flatMap(({ measures: found }, at): readonly Candidate[] => {
      const value = found && Object.hasOwn(found, name) ? found[name] : undefined;
      if (typeof value !== 'number') return [];
      return [
        {
          is: 'measure',
          what: BELONGS.measure(how.label, [at]),
          value: value * how.scale,
          unit: how.unit,
          band: (band[name] ?? 0) * how.scale,
          shown: inShown(value, how),
        },
      ];
    }),
  );
}

function settingsOf(
  { settings }: Pick<ClaimItem, 'settings'>,
  runs: readonly Cited[],
): readonly Candidate[] {
  return Object.entries(settings).flatMap(([name, { label, unit }]) =>
    runs.flatMap(({ settings: own }, at): readonly Candidate[] => {
      const value = Object.hasOwn(own, name) ? own[name] : undefined;
      const what = BELONGS.setting(label, [at]);
      return typeof value === 'number'
        ? [{ is: 'setting', what, value, unit, band: 0, shown: String(value) }]
        : [];
    }),
  );
}

/** What the item says; a seed is drawn too, and nobody is told of it. */
const givenIn = (values: Drawn): readonly Candidate[] =>
  Object.entries(values).flatMap(([name, value]): readonly Candidate[] =>
    typeof value === 'number' && name !== 'seed'
      ? [
          {
            is: 'given',
            what: BELONGS.given(name),
            value,
            unit: '?',
            band: 0,
            shown: String(value),
          },
        ]
      : [],
  );

/** What two runs differ by in one measure: by how much, by how many per cent, how many times. */
function between(
  { measures, band }: Pick<ClaimItem, 'measures' | 'band'>,
  runs: readonly Cited[],
): readonly Candidate[] {
  const pairs = runs.flatMap((_, a) => runs.flatMap((__, b) => (a === b ? [] : [[a, b] as const])));
  return Object.entries(measures).flatMap(([name, how]) =>
    pairs.flatMap(([a, b]): readonly Candidate[] => {
      const [from, to] = [a, b].map((at) => valueIn(runs[at], name, how));
      if (from === undefined || to === undefined) return [];
      const near = (band[name] ?? 0) * how.scale;
      const of = (
        is: 'difference' | 'change' | 'ratio',
        value: number,
        unit: string | undefined,
      ) => ({
        ...{ is, value, unit, what: BELONGS[is](how.label, [a, b]), shown: '' },
        band: is === 'difference' ? 2 * near : (2 * near * Math.abs(value)) / Math.abs(from),
      });
      return [
        ...(a < b ? [of('difference', Math.abs(to - from), how.unit)] : []),
        ...(from === 0 ? [] : [of('change', (Math.abs(to - from) / Math.abs(from)) * 100, '%')]),
        ...(from === 0 ? [] : [of('ratio', to / from, 'x')]),
      ];
    }),
  );
}

function valueIn(
  run: Cited | undefined,
  name: string,
  { scale }: ShownMeasure,
): number | undefined {
  const value = run?.measures && Object.hasOwn(run.measures, name) ? run.measures[name] : undefined;
  return typeof value === 'number' ? value * scale : undefined;
}

function belongs({ values, unit }: Written, one: Candidate, slip = 1): boolean {
  return factors(unit, one).some((factor) =>
    values.some(({ value, half }) => {
      // A fall may be told as a negative number, or as a positive one.
      const told = one.is === 'difference' || one.is === 'change' ? Math.abs(value) : value;
      const near = half * factor * slip + one.band + 1e-9 * Math.abs(one.value);
      return Math.abs(told * factor * slip - one.value) <= near;
    }),
  );
}

/** By what a number in a unit is multiplied to be compared; none where the two cannot be compared. */
function factors(unit: Written['unit'], { is, unit: own }: Candidate): readonly number[] {
  const isShare = own === '%' || own === 'points';
  const time = own === undefined ? undefined : TIMES[own];
  if (is === 'given') return [1];
  if (is === 'ratio') return unit === 'x' ? [1] : [];
  if (is === 'change') return unit === '%' ? [1] : [];
  if (typeof unit === 'number') return time === undefined ? [] : [unit / time];
  if (unit === '%') return isShare ? [1] : [];
  if (unit === 'points') return isShare && is === 'difference' ? [1] : own === 'points' ? [1] : [];
  if (unit === 'x') return [];
  // Without its unit a number is taken for a measure, and for a difference only of what has no unit to be told by.
  if (is === 'difference') return isShare || time !== undefined ? [] : [1];
  return own === '%' ? [1, 100] : [1];
}

/** What was slipped by, where a unit is wrong. */
const SLIPS = [1e3, 1e-3, 100, 0.01, 60, 1 / 60];
/** A number further off than this many times is no slip of the pen. */
const NEAR = 1.5;

/** What a number that belongs to nothing might have been. */
function hint(number: Written, direct: readonly Candidate[]): string {
  const { text, values, unit } = number;
  for (const one of direct) {
    if (SLIPS.some((slip) => belongs(number, one, slip)))
      return CLAIMED.unit(text, one.what, one.shown);
  }
  const [value = Number.NaN] = values.map((one) => one.value);
  const near = direct
    .flatMap((one) =>
      factors(unit, one).map((factor) => ({
        one,
        far: Math.abs(Math.log((value * factor) / one.value)),
      })),
    )
    .filter(({ far }) => far <= Math.log(NEAR))
    .toSorted((a, b) => a.far - b.far)[0]?.one;
  return near ? CLAIMED.near(text, near.what, near.shown) : CLAIMED.none(text);
}
