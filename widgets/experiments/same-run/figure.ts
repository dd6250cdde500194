/** The figure: the losses of two trainings step by step, and how their answers differ; or the losses of three colleagues beside the first. */
import { min } from 'd3-array';
import type { SeenRun, View } from '#kit/contract';
import type { Drawing, Mark, MarkLook, Part, Step } from '#kit/draw';
import { barRows, below, beside, chart, clamped, drawing, line, number, panel } from '#kit/draw';
import { perCent, rule, series, squares, squaresLegend, toStep, waiting } from '#kit/draw';
import { differingAt, TESTED, TOGETHER, type Logged, type SameOutcome } from './outcome.ts';
import { calledOf, type SameSettings } from './params.ts';

type Seen = View<SameSettings, SameOutcome>;
type StepWords = Pick<Step, 'name' | 'asks' | 'says'>;
type Run = SeenRun<SameSettings, SameOutcome>;

/** Losses from a tenth on, or from a hundredth; what is lower lies on the axis. */
const [FLOORS, TOP] = [[0.1, 0.01], 4] as const;

const PAIR =
  'Two curves of the loss, step by step, over each other; beside them a field of 2,000 squares, one for each image: same answer, or how it differs.';
const TEAM = 'Curves of the loss, step by step: the first training and those of three colleagues.';

/** Draws the run, after all epochs or as many as are looked at, for a page or a phone. */
export function draw(settings: SameSettings, outcome: SameOutcome, view: Seen): Drawing {
  const run = { settings, outcome };
  if (settings.team > 0) return { ...drawing(lossChart(run, view), TEAM), steps: stepsOf(outcome) };
  const isWide = view.layout === 'wide';
  const { lost, won, other } = differingAt(outcome, view.moment);
  const lay = isWide ? { columns: 50, pitch: 6.32 } : { columns: 80, pitch: 4 };
  const quiet = TESTED - lost - won - other;
  const counts = { 'cell-wrong': lost, 'cell-right': won, 'cell-alarm': other };
  const field = squares(lay, { ...counts, 'cell-quiet': quiet });
  const key = squaresLegend({
    'cell-wrong': `right, then wrong: ${number(lost)}`,
    'cell-right': `wrong, then right: ${number(won)}`,
    'cell-alarm': `wrong in two ways: ${number(other)}`,
  });
  const title = `${number(lost + won + other)} of ${number(TESTED)} answers differ`;
  const answers = waiting(panel({ title }, below(6, field, key)));
  const losses = lossChart(run, view);
  const whole = isWide ? beside(40, losses, answers) : below(8, losses, answers);
  return drawing(whole, PAIR, { body: field.body, y: 0, height: field.height });
}

/** Losses over the steps up to the end of the epoch that is looked at. */
function lossChart(run: Run, view: Seen): Part {
  const { first, second, colleagues, epochs } = run.outcome;
  const isTeam = run.settings.team > 0;
  const all = colleagues.length > 0 ? [first, ...colleagues] : [first, second];
  const least = min(all.flatMap(({ losses }) => losses)) ?? TOP;
  const count = first.losses.length * TOGETHER;
  const last = (((view.moment ?? epochs - 1) + 1) / epochs) * count;
  const { partAt } = second;
  const hasParted = partAt !== null && partAt <= last;
  const pair = hasParted ? `The losses part at step ${number(partAt)}` : 'The losses are the same';
  return chart<SameSettings, SameOutcome>({
    title: isTeam ? 'The losses of four trainings' : pair,
    ...{ view, run, right: 12, keyBelow: isTeam },
    ...(!isTeam && { width: { wide: 324, narrow: 320 } }),
    height: isTeam ? { wide: 280, narrow: 230 } : { wide: 262, narrow: 150 },
    x: { extent: [0, count], label: 'steps', ticks: 4, format: number },
    y: { extent: [FLOORS[least < FLOORS[0] ? 1 : 0], TOP], isLog: true, label: 'loss' },
    marks: ({ outcome }) => {
      const upTo = outcome === run.outcome ? last : count;
      const curve = ({ losses }: Logged, how: MarkLook): Mark => {
        const points = series(losses, TOGETHER / 2, TOGETHER).filter(([step]) => step <= upTo);
        return clamped(line(points, how));
      };
      if (isTeam)
        return [
          ...outcome.colleagues.map((one, i) => {
            const key = `${calledOf(i)}: ${perCent(one.accuracy)} read right`;
            return curve(one, { look: `cat-${i + 1} cat-line`, key });
          }),
          curve(outcome.first, {
            ...{ look: 'sure-line', twice: true },
            key: `the first: ${perCent(outcome.first.accuracy)}`,
          }),
        ];
      return [
        curve(outcome.first, { look: 'sure-line', key: 'the first training' }),
        curve(outcome.second, { look: 'run-line thin', key: 'the second' }),
        outcome === run.outcome && hasParted && rule({ x: partAt }),
      ];
    },
  });
}

/** When the colleagues’ losses part from the first, and what was logged, in the order in which they are asked for. */
function stepsOf({ first, colleagues }: SameOutcome): readonly Step[] {
  const partOf = ({ partAt }: Logged): string =>
    partAt === null ? 'never' : `at step ${number(partAt)}`;
  const told = colleagues.map((one, i) => {
    const part = partOf(one);
    return `${calledOf(i)}’s ${part === 'never' ? 'never do' : `part ${part}`}`;
  });
  const table = (title: string, of: (one: Logged) => string, words: StepWords): Step => {
    const rows = [first, ...colleagues].map((one, i) => ({
      name: i === 0 ? 'first' : calledOf(i - 1),
      ...{ bars: [], told: of(one), say: 'words' },
    }));
    const drawn = barRows(rows, { width: 300, most: 1, pitch: 20, left: 50 });
    return toStep(panel({ title }, drawn), { ...words, label: `${title}, for each training.` });
  };
  const loggedOf = ({ rows, checksum, norm }: Logged): string =>
    `${number(rows)} rows, checksum ${checksum}, length ${number(norm, 3)}`;
  return [
    table('Losses part from the first', partOf, {
      name: 'parts',
      asks: 'When do their losses part from the first?',
      says: `${told.join(', ')}.`,
    }),
    table('What was logged', loggedOf, {
      name: 'log',
      asks: 'What was logged before the first step?',
      says: 'The rows that were read, a checksum of the file with their pixels and labels, and the length of all first weights taken as one arrow.',
    }),
  ];
}
