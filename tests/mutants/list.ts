/** The breaks that need no built book. One that is added names the check that must catch it, the quickest that does. */
import type { Check, Mutant } from '../../scripts/mutants/mutant.ts';

const unit = (file: string, title?: string): Check => ({
  unit: `tests/${file}.test.ts`,
  ...(title !== undefined && { title }),
});
/** A harness over all experiments, for one of them. */
const harness = (name: string, experiments: string, title?: string): Check => ({
  ...unit(`widgets/${name}`, title),
  experiments,
});
const program = (line: string): Check => ({ program: line.split(' ') });

const IN_PRODUCTION = 'content/ml-systems-in-production/in-production';
const RESEARCH = 'content/ml-systems-in-production/research-and-production';

const SIMULATIONS: readonly Mutant[] = [
  {
    name: 'A batch takes the time of one request more than it has',
    file: 'widgets/shared/queue/queue.ts',
    was: 'const mean = fixedCost + itemCost * (after - next);',
    becomes: 'const mean = fixedCost + itemCost * (after - next + 1);',
    by: unit('widgets/shared/queue/queue'),
  },
  {
    name: 'A percentile is off by one rank',
    file: 'widgets/kit/numbers/percentiles.ts',
    was: 'Math.max(1, Math.ceil(settle(fraction * n)))',
    becomes: 'Math.max(1, Math.floor(settle(fraction * n)) + 1)',
    by: unit('widgets/shared/queue/queue'),
  },
  {
    name: 'A seeded stream has other numbers',
    file: 'widgets/kit/numbers/random.ts',
    was: '((c << 21) | (c >>> 11)) + sum',
    becomes: '((c << 22) | (c >>> 10)) + sum',
    by: unit('compat/digits', 'tail-jar'),
  },
  {
    name: 'A run of an earlier version gives another digit',
    file: 'widgets/experiments/tail-jar/customers.ts',
    was: 'const STEEPNESS = 2 / 3;',
    becomes: 'const STEEPNESS = 0.66;',
    by: unit('compat/digits', 'tail-jar'),
  },
  {
    name: 'A run ignores its seed',
    file: 'widgets/experiments/rolling-update/model.ts',
    was: 'serve({ atOnce, load, seed }: RollingSettings, hasUpdate = true): Log {',
    becomes: 'serve({ atOnce, load }: RollingSettings, hasUpdate = true): Log {\n  const seed = 1;',
    by: harness('conformance', 'rolling-update'),
  },
  {
    name: 'A simulation goes on when nobody wants it any more',
    file: 'widgets/experiments/gain-worth/model.ts',
    was: 'await show(worthOf(settings), 1);',
    becomes: 'await show(worthOf(settings), 1).catch(() => undefined);',
    by: harness('conformance', 'gain-worth'),
  },
];

const LEARNERS: readonly Mutant[] = [
  {
    name: 'Adam forgets the slopes of before too soon',
    file: 'widgets/engine/nn.ts',
    was: 'beta1: 0.9,',
    becomes: 'beta1: 0.8,',
    by: unit('widgets/engine/nn'),
  },
  {
    name: 'The slope in a score has the wrong sign',
    file: 'widgets/engine/nn.ts',
    was: 'tf.sub(chances(given), batch.answers)',
    becomes: 'tf.sub(batch.answers, chances(given))',
    by: unit('widgets/engine/nn'),
  },
  {
    name: 'Models that learn together begin with each other’s seeds',
    file: 'widgets/engine/train-many.ts',
    was: 'plan.targets.map(({ seed }) => seed);',
    becomes: 'plan.targets.map(({ seed }) => seed).reverse();',
    by: unit('widgets/engine/train-many'),
  },
  {
    name: 'The penalty counts twice in the gradient of a ridge',
    file: 'widgets/shared/logistic/ridge.ts',
    was: '(i < last ? penalty * value : 0)',
    becomes: '(i < last ? 2 * penalty * value : 0)',
    by: unit('widgets/shared/logistic/ridge'),
  },
  {
    name: 'A training shows nothing again, and so hears no stop',
    file: 'widgets/engine/stop-checks.ts',
    was: 'if (again && clock() - shownAt > LONGEST)',
    becomes: 'if (again && clock() - shownAt > 1e9)',
    by: unit('widgets/engine/stop-checks'),
  },
  {
    name: 'A list of models ends elsewhere than single runs',
    file: 'widgets/experiments/first-look/learner/learner.ts',
    was: "const parts = split(images, TRAINING, seed, 'split');",
    becomes: "const parts = split(images, TRAINING, seed + bySeed.size - 1, 'split');",
    by: harness('conformance', 'first-look', 'single runs'),
  },
  {
    name: 'Altered data of the right length are accepted',
    file: 'widgets/run/data/verified.ts',
    was: 'bytes.length === published.bytes && sha256(bytes) === published.sha256',
    becomes: 'bytes.length === published.bytes',
    by: unit('widgets/run/data/verified'),
  },
];

const FIGURES: readonly Mutant[] = [
  {
    name: 'A label lies over another in a figure',
    file: 'widgets/kit/draw/chart.ts',
    was: 'firstFree(places, inside, [...taken, ...placed])',
    becomes: 'firstFree(places, inside, taken)',
    by: harness('figures', 'gain-worth'),
  },
  {
    name: 'A picture has changed',
    file: 'widgets/experiments/gain-worth/figure.ts',
    was: 'r: 6,',
    becomes: 'r: 7,',
    by: harness('pictures', 'gain-worth'),
  },
  {
    name: 'A measure is said with too many digits',
    file: 'widgets/experiments/gain-worth/say.ts',
    was: 'const FIGURES = 3;',
    becomes: 'const FIGURES = 5;',
    by: harness('figures', 'gain-worth'),
  },
  {
    name: 'Marks that are dragged have no name',
    file: 'widgets/experiments/tail-jar/figure.ts',
    was: ' aria-label="request ${i + 1} of ${list.length}"',
    becomes: '',
    by: harness('figures', 'tail-jar'),
  },
  {
    name: 'The run behind is not drawn',
    file: 'widgets/kit/draw/chart.ts',
    was: 'const behind = (late || early) &&',
    becomes: 'const behind = view.isInline && (late || early) &&',
    by: harness('figures', 'gain-worth'),
  },
];

const QUESTIONS: readonly Mutant[] = [
  {
    name: 'A number counts as right in twice its tolerance',
    file: 'src/tasks/kinds/number/check.ts',
    was: 'relative * Math.abs(answer)',
    becomes: '2 * relative * Math.abs(answer)',
    by: unit('tasks/practice/check'),
  },
  {
    name: 'Pairs of an order that stand wrong take nothing back',
    file: 'src/tasks/fields/judge/sorted.ts',
    was: '(2 * right - all) / all',
    becomes: 'right / all',
    by: unit('tasks/practice/order'),
  },
  {
    name: 'The stored answer of a question is wrong',
    file: `${RESEARCH}/01-latency-and-throughput.questions.yaml`,
    was: 'answerSettings: { maxBatch: 32, maxWait: 0, replicas: 2 }',
    becomes: 'answerSettings: { maxBatch: 32, maxWait: 0, replicas: 1 }',
    by: program('node scripts/prove.ts latency-and-throughput'),
  },
  {
    name: 'The start of a question meets its goal',
    file: `${RESEARCH}/01-latency-and-throughput.questions.yaml`,
    was: '    maxBatch: 8\n    maxWait: 50\n    replicas: 6',
    becomes: '    maxBatch: 32\n    maxWait: 0\n    replicas: 2',
    by: program('node scripts/prove.ts latency-and-throughput'),
  },
  {
    name: 'An id that was retired is used again',
    file: 'content/retired-ids.yaml',
    was: '',
    becomes: '- latency-slowest-rank\n',
    by: program('node scripts/prove.ts practise-research-and-production'),
  },
];

const WORK: readonly Mutant[] = [
  {
    name: 'A link drops its pinned run',
    file: 'widgets/page/link.ts',
    was: 'if (linked.pin) own',
    becomes: 'if (linked.pin && linked.spread) own',
    by: unit('compat/links'),
  },
  {
    name: 'Two works made one lose the older answers',
    file: 'src/tasks/storage/pure/merge.ts',
    was: '{ ...ours.answers, ...Object.fromEntries(fresh.answers) }',
    becomes: 'Object.fromEntries(fresh.answers)',
    by: unit('tasks/storage/never-lost'),
  },
  {
    name: 'A broken answer in a work file is dropped in silence',
    file: 'src/tasks/storage/pure/read-work.ts',
    was: "broken.push({ of: 'answers',",
    becomes: "void ({ of: 'answers',",
    by: unit('tasks/storage/read-work'),
  },
  {
    name: 'A save of an assignment overwrites the only whole one',
    file: 'src/tasks/sets/page/store.ts',
    was: 'const half = this.#halves[this.#next] ?? this.#halves[0];',
    becomes: 'const half = this.#halves[0];',
    by: unit('tasks/sets/store'),
  },
  {
    name: 'A section that readers have links to has lost its address',
    file: 'content/ml-systems-in-production/data/03-mind-or-data.mdx',
    was: ' [](#one-number-hides-two-speeds)',
    becomes: '',
    by: unit('compat/ids'),
  },
];

const GRADES: readonly Mutant[] = [
  {
    name: 'The points of a hand-in count twice',
    file: 'src/tasks/grading/pure/grade/grade.ts',
    was: 'points: sum((one) => one.points),',
    becomes: 'points: 2 * sum((one) => one.points),',
    by: unit('tasks/sets/grade'),
  },
  {
    name: 'Wilson’s interval is too wide',
    file: 'src/tasks/grading/pure/stats/numbers.ts',
    was: 'Z ** 2 / (4 * n ** 2)',
    becomes: 'Z ** 2 / (2 * n ** 2)',
    by: unit('tasks/sets/stats'),
  },
  {
    name: 'A cell that begins with = is a formula',
    file: 'src/tasks/grading/pure/out/csv.ts',
    was: '(?=[=+',
    becomes: '(?=[+',
    by: unit('tasks/sets/csv'),
  },
  {
    name: 'A hand-in may hold fields that the schema does not know',
    file: 'src/tasks/sets/pure/submission/schema.ts',
    was: 'required, additionalProperties: false };',
    becomes: 'required };',
    by: unit('tasks/sets/submission'),
  },
  {
    name: 'An endless program may take a hundred times as many steps',
    file: 'src/tasks/kinds/code/engine/engine.ts',
    was: 'const MOST_ASKED = 1_000;',
    becomes: 'const MOST_ASKED = 100_000;',
    by: unit('tasks/code', 'never ends'),
  },
  {
    name: 'What is right in a choice stands in the students’ page',
    file: 'src/tasks/kinds/choice/view.ts',
    was: 'options: options.map(({ id }) => id),',
    becomes: 'options: options.map(({ id }) => id),\n    given: options,',
    by: unit('tasks/sets/author', 'tells a page nothing'),
  },
];

const HOUSE: readonly Mutant[] = [
  {
    name: 'An import goes against the arrows',
    file: 'widgets/kit/draw/axes.ts',
    was: '',
    becomes: "import '../../shared/queue/queue.ts';\n",
    by: unit('architecture', 'imports whom'),
  },
  {
    name: 'A file of the house names a lesson',
    file: 'src/book/roman.ts',
    was: '',
    becomes: '// As in the-tail.\n',
    by: unit('names'),
  },
  {
    name: 'An export is used by nobody',
    file: 'src/book/roman.ts',
    was: '',
    becomes: '/** Nobody asks for it. */\nexport const UNASKED = 1;\n',
    by: unit('exports'),
  },
  {
    name: 'A package is used that nobody has named',
    file: 'src/book/roman.ts',
    was: '',
    becomes: "import 'd3-hierarchy';\n",
    by: unit('dependencies'),
  },
  {
    name: 'A document names a file that is not there',
    file: 'ARCHITECTURE.md',
    was: '',
    becomes: '\nSee `src/nowhere/gone.ts`.\n',
    by: unit('documents'),
  },
  {
    name: 'The document of the interface lacks a measure',
    file: 'docs/interface.md',
    was: ', `fanOutMedian` (ms), `ordersAboveP90` (share).',
    becomes: ', `fanOutMedian` (ms).',
    by: unit('interface'),
  },
  {
    name: 'Code says an English sentence by itself',
    file: 'src/find/ask.ts',
    was: '',
    becomes: "/** Said. */\nexport const SAID = 'there is none of it';\n",
    by: unit('toy-language'),
  },
  {
    name: 'A colour is asked for that is not declared',
    file: 'src/styles/front.css',
    was: '',
    becomes: '.front p {\n  color: var(--nowhere);\n}\n',
    by: unit('styles/tokens'),
  },
  {
    name: 'Text is hard to read on its paper',
    file: 'src/styles/tokens.css',
    was: '--ink-soft: light-dark(#544c42,',
    becomes: '--ink-soft: light-dark(#8a8176,',
    by: unit('styles/tokens'),
  },
  {
    name: 'A type is wrong in a component',
    file: 'src/components/Note.astro',
    was: '---\n/** A remark',
    becomes: "---\nconst wrong: number = 'one';\n/** A remark",
    by: program('astro check --tsconfig tsconfig.pages.json'),
  },
  {
    name: 'A type is wrong in a pure file',
    file: 'widgets/kit/numbers/line.ts',
    was: '',
    becomes: "/** Wrong. */\nexport const WRONG: number = 'one';\n",
    by: program('node node_modules/typescript-native/bin/tsc --noEmit -p tsconfig.pure.json'),
  },
  {
    name: 'Markup enters the page by innerHTML',
    file: 'src/find/dialog.ts',
    was: '',
    becomes: "document.body.innerHTML = '';\n",
    by: program('eslint --max-warnings 0 src/find/dialog.ts'),
  },
  {
    name: 'A pure file draws by chance that has no seed',
    file: 'widgets/kit/numbers/line.ts',
    was: '',
    becomes: '/** By chance. */\nexport const CHANCE = Math.random();\n',
    by: program('eslint --max-warnings 0 widgets/kit/numbers/line.ts'),
  },
  {
    name: 'A file is badly formatted',
    file: 'widgets/kit/numbers/line.ts',
    was: '',
    becomes: 'export const  WIDE=1\n',
    by: program('prettier --check widgets/kit/numbers/line.ts'),
  },
];

const TEXTS: readonly Mutant[] = [
  {
    name: 'A lesson says a number that its runs do not give',
    file: `${IN_PRODUCTION}/black-friday.mdx`,
    was: '38, 55, 79 and at last 113',
    becomes: '38, 55, 79 and at last 114',
    by: unit('claims/black-friday', 'rounds of our run'),
  },
  {
    name: 'The runs of a lesson give other numbers than it says',
    file: 'widgets/experiments/two-districts/model.ts',
    was: 'return shareOf(a.records, b.records);',
    becomes: 'return shareOf(a.records ** 2, b.records ** 2);',
    by: unit('claims/two-districts', 'in proportion'),
  },
  {
    name: 'A measure on record is not what its run gives',
    file: 'tests/claims/record/black-friday.json',
    was: '[13.75,0.0466708857,',
    becomes: '[13.5,0.0466708857,',
    by: unit('claims/black-friday', 'rounds from ten servers'),
  },
  {
    name: 'A citation of an unknown source stops nothing',
    file: 'src/markdown/citations.ts',
    was: 'if (!entry) {',
    becomes: "if (!entry && inside === '') {",
    by: unit('markdown/citations'),
  },
];

export const MUTANTS: readonly Mutant[] = [
  ...SIMULATIONS,
  ...LEARNERS,
  ...FIGURES,
  ...QUESTIONS,
  ...WORK,
  ...GRADES,
  ...HOUSE,
  ...TEXTS,
];
