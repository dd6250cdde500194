/** Viva sheets of a class of three hundred: what a sheet says is read back by its labels, and run once more by the experiment itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Key } from '../../../src/tasks/sets/pure/format/assignment.ts';
import { drawn, settingsIn } from '../../../src/tasks/sets/pure/variants/variant.ts';
import type { VivaHand } from '../../../src/tasks/grading/pure/viva/hand.ts';
import { sheetsOf, type Sheet } from '../../../src/tasks/grading/pure/viva/sheets.ts';
import type { Truth } from '../../../scripts/hand-in/class.ts';
import { cited } from '../../../widgets/kit/contract/cited.ts';
import type { AnySettings, Param, Table } from '../../../widgets/kit/contract/params.ts';
import type { AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { positionOf, valueAt } from '../../../widgets/kit/controls/slider.ts';
import { measured } from '../../../widgets/kit/draw/run-markup.ts';
import { runOnNode } from '../../../widgets/run/node.ts';
import { firstAssignment, pretended } from '../../pages/sets/class.ts';
import { byThreads, closeThreads, vivaClass } from './viva-class.ts';

let key: Key;
let truth: Truth;
let hands: readonly VivaHand[];
let widgets: Readonly<Record<string, AnyWidget>>;
let sheets: readonly Sheet[];

beforeAll(async () => {
  ({ key } = await firstAssignment());
  const found = await pretended(300, 4);
  ({ truth } = found);
  ({ hands, widgets, sheets } = await vivaClass(key, found.files));
});

afterAll(closeThreads);

type Question = Sheet['questions'][number];
const every = (is: Question['is']) =>
  sheets.flatMap(({ questions }, i) =>
    questions
      .filter((one) => one.is === is)
      .map((question) => ({ hand: hands[i] as VivaHand, question })),
  );

/** The experiment of an item, what was handed in for it, and its start in the variant that was on the screen. */
function itemOf({ items }: VivaHand, { place }: Question) {
  const item = key.assignment.items[place - 1];
  const handed = item && items[item.id];
  if (!handed) throw new Error(`nothing was handed in for ${place}`);
  if (!('widget' in item)) return { item, handed };
  const widget = widgets[item.widget] as AnyWidget;
  return { item, handed, widget, start: settingsIn(item.start, drawn(item, handed.variant)) };
}

const paramsOf = ({ params }: AnyWidget) => Object.entries(params as Table);
const named = (widget: AnyWidget, label: string): readonly [string, Param] =>
  paramsOf(widget).find(([, param]) => param.label === label) as [string, Param];
/** A value as a control says it, read back: a menu’s words, or a number with its unit. */
function valueOf(param: Param, text: string): number | string | undefined {
  if (param.kind === 'choice')
    return param.options.find(({ label }) => `“${label}”` === text)?.value;
  const value = Number(/-?[\d,]*\.?\d+/.exec(text)?.[0].replaceAll(',', ''));
  return param.kind === 'number' && param.isShare ? value / 100 : value;
}
/** The settings in a sentence. */
const settingsSaid = (widget: AnyWidget, text: string): AnySettings =>
  Object.fromEntries(
    paramsOf(widget).flatMap(([name, param]) => {
      const [, said] = text.split(`“${param.label}” at `);
      const value = /^(?:“[^”]*”|-?[\d,]*\.?\d+)/.exec(said ?? '')?.[0];
      return value === undefined ? [] : [[name, valueOf(param, value) ?? '']];
    }),
  );

/** The measure with a label, in a run that is made here and now. */
async function found(widget: AnyWidget, label: string, settings: AnySettings) {
  const [name = '', measure] =
    Object.entries(widget.measures).find(([, one]) => one.label === label) ?? [];
  const value = cited(measure?.of(await runOnNode(widget, settings)) as number);
  return { value, says: measured(widget, name, value) };
}
type Found = Awaited<ReturnType<typeof found>>;
const moved = (a: Found, b: Found, [down, up, same]: readonly string[]): string =>
  a.says === b.says
    ? `${same} at ${a.says}`
    : `${b.value < a.value ? down : up} from ${a.says} to ${b.says}`;
const WOULD = ['fall', 'rise', 'stay'];
const PAST = ['fell', 'rose', 'stayed'];

/** Those of the runs that a sentence may mean: others have the same settings on another seed. */
const meant = (runs: readonly { settings: AnySettings }[], said: AnySettings) =>
  runs
    .map(({ settings }) => settings)
    .filter((settings) => Object.entries(said).every(([name, value]) => settings[name] === value));

const IF =
  /^(?:.*?) Take your run with (.*?)\. Suppose you set “(.*?)” to (.*?) instead of (.*?), and left all the rest\. What would “(.*?)” do/;
const FURTHER = /^And with (.*?)\? \(From there it would (.*)\.\)$/;

describe('what would happen if', () => {
  it('is answered by the experiment, and so is what is asked next', async () => {
    const all = every('if');
    expect(all.length).toBeGreaterThan(250);
    let further = 0;
    for (const { hand, question } of all) {
      const { ask, answer, next } = question;
      const { widget, handed } = itemOf(hand, question);
      const [, base = '', label = '', to = '', from = '', measure = ''] = IF.exec(ask) ?? [];
      if (!widget) throw new Error(ask);
      const [name, param] = named(widget, label);
      const said = settingsSaid(widget, base);
      expect([ask, said[name]]).toEqual([ask, valueOf(param, from)]);
      const runs = meant(handed.runs, said);
      const answers = [];
      for (const settings of runs) {
        const a = await found(widget, measure, settings);
        const b = await found(widget, measure, { ...settings, [name]: valueOf(param, to) ?? '' });
        const [, more] = FURTHER.exec(next) ?? [];
        const c =
          more === undefined
            ? undefined
            : await found(widget, measure, { ...settings, [name]: valueOf(param, more) ?? '' });
        answers.push([
          `“${measure}” would ${moved(a, b, WOULD)}.`,
          ...(c ? [`And with ${more}? (From there it would ${moved(b, c, WOULD)}.)`] : []),
        ]);
      }
      const [, more] = FURTHER.exec(next) ?? [];
      expect(answers).toContainEqual([answer, ...(more === undefined ? [] : [next])]);
      further += Number(more !== undefined);
      const own = Object.values(hand.items).flatMap(({ runs: some }) => some);
      const tried = own.filter((run) => run.widget === widget.tag);
      for (const value of [to, more ?? to].map((one) => valueOf(param, one))) {
        expect(tried.map(({ settings }) => settings[name])).not.toContain(value);
        if (param.kind === 'number')
          expect(valueAt(param, positionOf(param, Number(value)))).toBe(value);
        else expect(value).toBeDefined();
      }
    }
    expect(further).toBeGreaterThan(100);
  });
});

describe('what was changed', () => {
  it('is what differs from the start, and its effect is that of the two runs', async () => {
    const all = every('changed');
    expect(all.length).toBeGreaterThan(200);
    for (const { hand, question } of all) {
      const { ask, answer, next } = question;
      const { widget, handed, start } = itemOf(hand, question);
      if (!widget) throw new Error(ask);
      const [, list = '', measure = ''] =
        /In your run you set (.*?)\. Why\? And what did .*? do to “(.*?)”\?$/.exec(ask) ?? [];
      const changes = list.split(/(?:, | and )(?=“[^”]*” from )/).map((one) => {
        const [, label = '', from = '', to = ''] = /^“(.*?)” from (.*) to (.*)$/.exec(one) ?? [];
        const [name, param] = named(widget, label);
        return { name, from: valueOf(param, from), to: valueOf(param, to) };
      });
      for (const { name, from } of changes) expect([ask, from]).toEqual([ask, start[name]]);
      const said = Object.fromEntries(changes.map(({ name, to }) => [name, to ?? '']));
      const [, second] = /^And “(.*?)”: /.exec(next) ?? [];
      const answers = [];
      for (const settings of meant(handed.runs, said)) {
        const before = { ...start, seed: settings['seed'] ?? '' };
        const past = async (label: string): Promise<string> =>
          moved(await found(widget, label, before), await found(widget, label, settings), PAST);
        answers.push([
          `“${measure}” ${await past(measure)}.`,
          second === undefined
            ? next
            : `And “${second}”: up, down or the same? (It ${await past(second)}.)`,
        ]);
      }
      expect(answers).toContainEqual([answer, next]);
    }
  });
});

describe('what was found', () => {
  it('is what the run gives, or what the key has', async () => {
    for (const { hand, question } of every('came')) {
      const { ask, answer } = question;
      const { item, handed, widget } = itemOf(hand, question);
      const own = key.items[item.id];
      if (own?.kind === 'number') {
        const right = Number(/\d+(?:\.\d+)?/.exec(answer)?.[0]);
        expect(right).toBeCloseTo(own.answers[handed.variant]?.right ?? NaN, 2);
        expect(ask).toContain(`“${String(handed.answer)}”`);
        continue;
      }
      if (!widget) throw new Error(ask);
      const [, base = ''] =
        /(?:runs has|a run with) (.*?)\. What did (?:it|that run) give/.exec(ask) ?? [];
      const given = [
        ...(answer.split('. ')[0] ?? '').matchAll(/“([^”]+)”: (.*?)(?=, “| and “|$)/g),
      ];
      expect(given.length).toBeGreaterThan(0);
      const all = await Promise.all(
        meant(handed.runs, settingsSaid(widget, base)).map((settings) =>
          Promise.all(
            given.map(async ([, label = '']) => (await found(widget, label, settings)).says),
          ),
        ),
      );
      expect([ask, all]).toEqual([ask, expect.arrayContaining([given.map(([, , text]) => text)])]);
    }
  });
});

describe('a sheet', () => {
  it('has three questions, and says nothing that only a program reads', () => {
    const raw = [
      ...key.assignment.items.map(({ id }) => id),
      ...Object.values(widgets).flatMap(({ tag, params, measures }) => [
        tag,
        ...[...Object.keys(params as Table), ...Object.keys(measures)].filter((name) =>
          /[A-Z]/.test(name),
        ),
      ]),
      ...['undefined', 'NaN', '\\[object', '\\*\\*', '&amp;#'],
    ];
    for (const sheet of sheets) {
      expect([sheet.student.number, sheet.questions.length]).toEqual([sheet.student.number, 3]);
      const said = sheet.questions.flatMap(({ ask, answer, next }) => [ask, answer, next]);
      expect(said.join('\n')).not.toMatch(new RegExp(`(?<![\\w.-])(?:${raw.join('|')})\\b`));
    }
  });

  it('is the same for the same work, whoever hands it in, and then names the other', () => {
    const copies = truth.students.filter(({ trait }) => trait === 'copied-file');
    expect(copies.length).toBeGreaterThan(5);
    for (const { number } of copies) {
      const own = sheets.find(({ student }) => student.number === number);
      const other = sheets.find(({ same }) => same.includes(`(${number}): the same answers`));
      expect(other?.questions).toEqual(own?.questions);
      expect(own?.same).toContain(`(${String(other?.student.number)}): the same answers`);
    }
    expect(sheets.filter(({ same }) => same !== '')).toHaveLength(2 * copies.length);
  });

  const made = (some: readonly VivaHand[], by = byThreads, of = widgets) =>
    sheetsOf(key, of, some, by, async () => undefined);

  it('is made anew the same, alone or among others, under any number', async () => {
    const some = [hands[7], hands[31], hands[120]] as readonly VivaHand[];
    const again = await made(some.map((one) => ({ ...one, number: '1', known: [] })));
    expect(again.map(({ questions }) => questions)).toEqual(
      some.map((one) => sheets[hands.indexOf(one)]?.questions),
    );
  });

  it('says so where nothing was handed in, or little', async () => {
    const [one] = hands as [VivaHand];
    const first = key.assignment.items.find(({ kind, id }) => kind === 'number' && one.items[id]);
    const few = { [String(first?.id)]: one.items[String(first?.id)] } as VivaHand['items'];
    const [none, little] = await made([
      { ...one, items: {} },
      { ...one, items: few },
    ]);
    expect(none?.questions).toEqual([]);
    expect(none?.missing.join()).toContain('Nothing that can be asked about');
    expect(little?.questions).toHaveLength(1);
    expect(little?.missing.join(' ')).toMatch(/No run is cited.*Only one question/);
    expect(none?.same).toBe('');
  });

  it('trains no model: what such runs have not told already is not asked', async () => {
    const learners = Object.fromEntries(
      Object.entries(widgets).map(([tag, widget]) => [tag, { ...widget, runner: 'lab/none' }]),
    ) as typeof widgets;
    const none = () => Promise.reject(new Error('a run was asked for'));
    const slow = await made(hands, none, learners);
    expect(slow.flatMap(({ questions }) => questions).some(({ is }) => is === 'if')).toBe(false);
    expect(slow.every(({ questions }) => questions.length > 0)).toBe(true);
    expect(slow[0]?.missing.join(' ')).toContain('answers at once');
  });
});
