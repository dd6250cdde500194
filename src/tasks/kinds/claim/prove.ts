/** Proves a claim in every variant: the author’s own holds on every seed, its numbers are found in its runs, invented ones hardly ever. */
import { AuthorFault, fullSettings } from '../../../../widgets/kit/contract/author-settings.ts';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import { seeded } from '../../../../widgets/kit/numbers/random.ts';
import { widgetOf } from '../../practice/author/context.ts';
import { overSeeds } from '../../practice/author/seeds.ts';
import { inShown } from '../../judge/shown-measure.ts';
import { inVariant, type Prover, type Proof } from '../../sets/author/prove/proof.ts';
import type { Variant } from '../../sets/author/prove/variants.ts';
import type { ClaimItem, ClaimItemKey } from './item.ts';
import type { Drawn, ItemHead } from '../../sets/pure/format/head.ts';
import { evaluated } from '../../sets/pure/format/formula.ts';
import { wilson } from '../../grading/pure/stats/numbers.ts';
import { settingsIn } from '../../sets/pure/variants/variant.ts';
import { findings, type Cited } from './pure/fits.ts';
import type { ClaimSource } from './schema.ts';

const LETTERS = ['A', 'B', 'C', 'D'];
/** Numbers that are invented in each variant, and the share of them that may belong to something all the same. */
const INVENTED = 30;
const LUCKY = 0.2;

export async function proveClaim(
  source: ClaimSource,
  item: Omit<ClaimItem, keyof ItemHead>,
  variants: readonly Variant[],
  { widgets, runs }: Prover,
): Promise<Proof<ClaimItemKey>> {
  const widget = widgetOf(widgets, item.widget);
  const faults = writtenFaults(source);
  const answers: Record<string, ClaimItemKey['answers'][string]> = {};
  const passed: number[] = [];
  const cases = variants.map((variant) => {
    const start = settingsIn(item.start, variant.values);
    const settings = source.model.runs.map((moved) =>
      fullSettings(widget, { ...start, ...settingsIn(moved, variant.values) }, 'model.runs'),
    );
    return { variant, settings, seeds: settings.map((one) => overSeeds(widget, one)) };
  });
  // All variants’ together: they are run side by side, and what several cite is run once.
  await runs(
    widget,
    cases.flatMap(({ settings, seeds }) => [...settings, ...seeds.flat()]),
  );
  for (const { variant, settings, seeds } of cases) {
    const say = (fault: string): unknown => faults.push(`${inVariant(variant)}: ${fault}`);
    const cited = (await runs(widget, settings)).map(({ measures }, i): Cited => ({
      settings: settings[i] ?? {},
      measures,
    }));
    const again: (readonly Cited[])[] = [];
    for (const [at] of (seeds[0] ?? []).entries()) {
      const list = seeds.map((all) => all[at] as AnySettings);
      const found = await runs(widget, list);
      again.push(found.map(({ measures }, i) => ({ settings: list[i] ?? {}, measures })));
    }
    for (const [seed, some] of [cited, ...again].entries()) {
      const named = { ...variant.values, ...namesOf(some) };
      const broken = source.model.holds.find((one) => evaluated(one.slice(1), named) !== 1);
      if (broken !== undefined)
        say(
          `${broken} does not hold${seed > 0 ? ` with seed ${seed}` : ''}: ${told(broken, named)}`,
        );
    }
    const text = modelText(source, item, variant.values, cited);
    answers[variant.seed] = { text, runs: settings };
    const all = findings(item, variant.values, cited, text);
    for (const { is, says } of all) if (is === undefined) say(`its own claim: ${says}`);
    if (!all.some(({ is }) => is === 'measure')) say('its own claim has no number of a measure');
    if (text.length > source.longest)
      say(`its own claim has ${text.length} characters, more than ${source.longest}`);
    passed.push(...invented(item, variant, cited));
  }
  const { solution, rubric, wrong } = source;
  const key: ClaimItemKey = { kind: 'claim', solution, rubric, wrong, answers };
  const luck = wilson(passed);
  if (luck && luck.value > LUCKY)
    faults.push(
      `${Math.round(luck.value * 100)} % of invented numbers belong to something by chance; at most ${LUCKY * 100} % may: name fewer measures, or such as are shown with more digits`,
    );
  return { key, faults, ...(luck && { luck }) };
}

/** What no schema sees. */
function writtenFaults({ points, rubric, vary, model, least }: ClaimSource): string[] {
  const sum = rubric.reduce((all, one) => all + one.points, 0);
  const ids = rubric.map(({ id }) => id);
  const stray = model.runs
    .flatMap((one) => Object.keys(one))
    .filter((name) => !vary.includes(name));
  return [
    ...(Math.abs(sum - points) < 1e-9
      ? []
      : [`the rubric gives ${sum} points, and the item has ${points}`]),
    ...(new Set(ids).size === ids.length ? [] : ['two points of the rubric have the same id']),
    ...(stray.length === 0
      ? []
      : [`model.runs moves ${stray.join(', ')}, which vary does not let the student move`]),
    ...(model.runs.length >= least ? [] : [`its own claim cites fewer than ${least} runs`]),
  ];
}

/** Measures and settings of the runs by name: `A_p99`, `B_maxWait`. */
function namesOf(runs: readonly Cited[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    runs.flatMap(({ settings, measures = {} }, at) =>
      Object.entries({ ...settings, ...measures }).map(([name, value]) => [
        `${LETTERS[at] ?? ''}_${name}`,
        value,
      ]),
    ),
  );
}

/** The values of the names in a formula. */
const told = (formula: string, values: Readonly<Record<string, unknown>>): string =>
  [...new Set(formula.match(/[A-Za-z]\w*/g))]
    .flatMap((name) => (Object.hasOwn(values, name) ? [`${name} ${String(values[name])}`] : []))
    .join(', ');

/** The author’s claim in a variant, as an honest student would write it. */
function modelText(
  { model }: ClaimSource,
  { measures }: Pick<ClaimItem, 'measures'>,
  values: Drawn,
  runs: readonly Cited[],
): string {
  return model.text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (Object.hasOwn(values, name)) return String(values[name]);
    const run = runs[LETTERS.indexOf(name.slice(0, 1))];
    const own = name.slice(2);
    const value = run?.measures?.[own];
    const how = measures[own];
    if (how && typeof value === 'number') return inShown(value, how).replaceAll('\u00a0', ' ');
    const setting = run?.settings[own];
    if (setting === undefined)
      throw new AuthorFault(`model.text: there is no ${whole}; write {A_p99} or {A_maxWait}`);
    return String(setting);
  });
}

/** For each invented number, whether it belongs to something: a measure’s own, up to half or twice as much, as it is shown. */
function invented(
  item: Pick<ClaimItem, 'measures' | 'settings' | 'band'>,
  { seed, values }: Variant,
  runs: readonly Cited[],
): readonly number[] {
  const random = seeded(seed, 'invented');
  const names = Object.keys(item.measures);
  return Array.from({ length: INVENTED }, () => {
    const name = names[random.whole(names.length)] ?? '';
    const value = runs[random.whole(runs.length)]?.measures?.[name];
    const how = item.measures[name];
    if (typeof value !== 'number' || !how) return 0;
    const number = inShown(value * 2 ** (2 * random.uniform() - 1), how);
    return Number(findings(item, values, runs, number)[0]?.is !== undefined);
  });
}
