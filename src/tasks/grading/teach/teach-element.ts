/** The page on which a class is graded: a key, the files, runs repeated, tables, and what goes out again. */
import type { Remote } from 'comlink';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import type { Runnable } from '../../../../widgets/kit/record/run-key.ts';
import type { FactsModule } from '../../../../widgets/load.ts';
import { TEACH } from '#words/src/tasks/grading/teach/words';
import { LINKS } from '#words/src/tasks/sets/pure/composed/words';
import { textApart } from '../../sets/page/experiment-place.ts';
import { keyByLink } from '../../sets/pure/composed/composed.ts';
import { isSet, setIn } from '../../sets/pure/composed/link.ts';
import type { Key } from '../../sets/pure/format/assignment.ts';
import { readKey } from '../../sets/pure/format/read-key.ts';
import type { Rule } from '../pure/grade/class.ts';
import { isBeside } from '../pure/grade/owner.ts';
import { solutionIn } from '../pure/grade/right.ts';
import type { Student } from '../../sets/pure/variants/student.ts';
import { variantOf } from '../../sets/pure/variants/variant.ts';
import { isAsPoints, keepAsPoints } from './as-points.ts';
import { wakeAssistants, wakeShare } from './assistants.ts';
import { droppedIn, outOfZips, sortedFiles, type Dropped } from './dropped.ts';
import type { Lateness } from './grading.ts';
import { PageParts, saveZip } from './page-parts.ts';
import { saveFile } from '../../../../widgets/page/save-file.ts';
import { PagedTable } from './paged-table.ts';
import type { GivenFiles, GradeSide, Saving, Standing, TableName } from './protocol.ts';
import { ReadingQueue } from './reading.ts';
import type { DrawnRun } from './repeat.ts';
import type { Vivas } from './viva.ts';

/** Those that are drawn when they are unfolded; the others always. */
const FOLDED: readonly TableName[] = ['items', 'together'];
const TABLES: readonly TableName[] = ['grades', 'flags', 'refused', 'changes', ...FOLDED];
const SAVED: Readonly<Record<Saving, string>> = {
  csv: 'grades.csv',
  json: 'grades.json',
  feedback: 'feedback.zip',
  memory: 'memory.json',
};

const typeOf = (name: string): string => (name.endsWith('.csv') ? 'text/csv' : 'application/json');

/** Where something was said of the class. */
const FORGOTTEN = [
  ...['files-said', 'class-said', 'decisions-said', 'sets-said', 'list-said', 'missing'],
  ...['again-said', 'assistants-said', 'memory-said', 'read-what', 'read-says', 'read-question'],
  ...['read-given', 'read-runs', 'read-guide', 'read-rubric', 'notes'],
];
/** What is asked about lateness, and about the files that go back. */
const LATENESS = ['grace', 'free', 'penalty', 'floor'] as const;
const CHOSEN = [...LATENESS, 'due', 'per', 'column', 'solutions'] as const;

class TeachElement extends HTMLElement {
  readonly #parts = new PageParts(this);
  readonly #tables = new Map<TableName, PagedTable>();
  #grader: Promise<Remote<GradeSide>> | undefined;
  #key: Key | undefined;
  #stop: AbortController | undefined;
  #reading: ReadingQueue | undefined;
  #vivas: Vivas | undefined;
  #isKept = true;
  #given: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    const parts = this.#parts;
    parts.part('form').addEventListener('submit', (event) => {
      event.preventDefault();
      parts.doing(async () => {
        // Whoever presses it while files or a key are still being read means those, too.
        await this.#given.catch(() => undefined);
        await this.#grade();
      });
    });
    this.#wakeInputs();
    this.#wakeOutputs();
    for (const name of TABLES) {
      const table = new PagedTable(
        parts.part(name),
        async (view) => (await this.#worker()).table(name, view),
        ({ number, item }) => parts.doing(() => this.#again(number, item, '')),
      );
      this.#tables.set(name, table);
      if (!FOLDED.includes(name)) continue;
      const fold = parts.part(name).closest('details');
      fold?.addEventListener('toggle', () => {
        // Before anything is given there is nothing to show, and what grades need not come for it.
        if (fold.open && this.#grader) parts.doing(() => table.show());
      });
    }
    this.#wakeReading();
    wakeAssistants(
      parts,
      () => this.#worker(),
      () => this.#regrade(),
    );
    wakeShare(parts, parts.part('share-reading'), (run) => this.#drawn(run));
    addEventListener('beforeunload', (event) => {
      if (!this.#isKept) event.preventDefault();
    });
    // What is chosen before the code is here would be lost: until now nothing could be.
    parts.field<HTMLFieldSetElement>('all').disabled = false;
    parts.doing(() => this.#takeGiven());
  }

  #wakeInputs(): void {
    const parts = this.#parts;
    const link = parts.field<HTMLInputElement>('set-link');
    link.addEventListener('input', () =>
      parts.doing(() => this.#inTurn(() => this.#takeLink(link.value))),
    );
    parts.field('right-for').addEventListener('input', () => this.#sayRight());
    parts.chosen('key', ([file]) =>
      this.#inTurn(async () => this.#takeKey((await file?.text()) ?? '')),
    );
    parts.chosen('sets', async (files) => {
      const texts = await Promise.all(files.map((file) => file.text()));
      parts.say('sets-said', TEACH.sets(await (await this.#worker()).otherSets(texts)));
      await this.#regrade();
    });
    parts.chosen('decisions', async ([file]) => {
      const found = await (await this.#worker()).saved((await file?.text()) ?? '');
      parts.say('decisions-said', typeof found === 'string' ? found : TEACH.decisions(found));
      await this.#regrade();
    });
    parts.chosen('memory', async ([file]) => {
      const problem = await (await this.#worker()).memory((await file?.text()) ?? '');
      parts.say('memory-said', problem ?? TEACH.memoryIs(file?.name ?? ''));
      await this.#tables.get('items')?.show();
    });
    this.querySelector('select[name="given"]')?.addEventListener('change', () =>
      parts.doing(() => this.#takeGiven()),
    );
    for (const name of ['files', 'folder']) {
      parts.chosen(name, (files) =>
        this.#inTurn(() =>
          this.#sorted(files.map((file) => ({ file, name: file.webkitRelativePath || file.name }))),
        ),
      );
    }
    parts.field('folder').webkitdirectory = true;
    this.addEventListener('dragover', (event) => event.preventDefault());
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      // The drop forgets what it held as soon as this has run.
      const dropped = droppedIn(event.dataTransfer);
      parts.doing(() => this.#inTurn(async () => this.#sorted(await dropped)));
    });
    for (const name of [...CHOSEN, 'rule', 'pseudonyms', 'delete-by', 'course']) {
      parts.field(name).addEventListener('change', () => parts.doing(() => this.#regrade()));
    }
  }

  #wakeOutputs(): void {
    this.#parts.part('scale').addEventListener('change', () => {
      keepAsPoints(this.#key?.assignment.id ?? '', !this.#parts.field('scaled').checked);
      this.#parts.say('list-said', '');
      this.#parts.doing(() => this.#regrade());
    });
    this.#parts.pressed('stop', async () => this.#stop?.abort());
    for (const [what, ending] of Object.entries(SAVED) as [Saving, string][]) {
      this.#parts.pressed(what, async () => {
        if (what === 'memory' && this.#parts.field('course').value.trim() === '') {
          this.#parts.say('memory-said', TEACH.noCourse);
          this.#parts.field('course').focus();
          return;
        }
        const made = await (await this.#worker()).save(what);
        const name = `${this.#key?.assignment.id ?? 'class'}-${ending}`;
        if (typeof made === 'string') saveFile(name, made, typeOf(name));
        else saveZip(name, made);
        if (what === 'json') this.#isKept = true;
      });
    }
    const given = async (where: string, { files, says }: GivenFiles): Promise<void> => {
      this.#parts.say(where, says.join(' '));
      const [first, ...more] = files;
      if (more.length > 0) saveZip('lists.zip', files);
      else if (first) saveFile(first[0], first[1], 'text/csv');
    };
    this.#parts.pressed('list', async () =>
      given('list-said', await (await this.#worker()).giveBack()),
    );
    this.#parts.pressed('best', async () => {
      const count = Number(this.#parts.field('best').value);
      await given('sets-said', await (await this.#worker()).bestOf(count));
    });
    this.#parts.pressed('viva', () => this.#printVivas('viva-said'));
    this.#parts.pressed('viva-one', () => this.#printVivas('viva-one-said', this.#reading?.number));
    this.#parts.pressed('forget', () => this.#forget());
  }

  /** Forgets the class: in the worker, which alone has it, and in what is shown. */
  async #forget(): Promise<void> {
    const parts = this.#parts;
    this.#stop?.abort();
    this.#stop = undefined;
    this.#dropVivas();
    await (await this.#worker()).forget();
    for (const form of this.querySelectorAll('form')) form.reset();
    this.#heads([]);
    for (const field of this.querySelectorAll<HTMLInputElement>('input[type="search"]')) {
      field.value = '';
      field.dispatchEvent(new Event('input'));
    }
    await Promise.all([...this.#tables.values()].map((table) => table.show()));
    await this.#reading?.first();
    for (const name of FORGOTTEN) parts.say(name, '');
    await this.#takeGiven();
    parts.part('list').hidden = true;
    parts.part('result').hidden = true;
    this.#isKept = true;
    parts.say('said', TEACH.forgotten);
  }

  #wakeReading(): void {
    const parts = this.#parts;
    this.#reading = new ReadingQueue(parts.part('reading'), {
      at: async (skip) => (await this.#worker()).reading(skip),
      decide: async ({ number, item }, said) => {
        const grader = await this.#worker();
        await grader.decide({ number, item, ...said });
        this.#isKept = false;
        await this.#show(await grader.grade(), { isDecision: true });
      },
      close: async () => (await this.#worker()).close(),
      back: ({ number, item }) => this.#again(number, item, ''),
      draw: (run) => this.#drawn(run),
    });
    parts
      .part('next')
      .addEventListener('click', () =>
        this.querySelector<HTMLElement>(
          '[data-does="list"]:not([hidden]), [data-does="csv"]',
        )?.focus(),
      );
    parts.part('again').addEventListener('submit', (event) => {
      event.preventDefault();
      const { value: item } = parts.field<HTMLSelectElement>('again-item');
      const [number, why] = ['again-number', 'again-why'].map((name) => parts.field(name).value);
      parts.doing(() => this.#again(number ?? '', item, why?.trim() ?? ''));
    });
  }

  /** Prints the viva sheets of the class as it is graded now, or that of one student; `where` it is told. */
  async #printVivas(where: string, number?: string): Promise<void> {
    const key = this.#key;
    if (!key) return;
    const { Vivas } = await import('./viva.ts');
    this.#vivas ??= new Vivas({
      key,
      hands: async (from) => (await this.#worker()).vivaHands(from),
      widgetOf: (tag) => this.#widgetOf(tag),
    });
    await this.#vivas.print((sentence) => this.#parts.say(where, sentence), number);
  }

  /** What was made of the class as it was is nothing any more. */
  #dropVivas(): void {
    this.#vivas?.close();
    this.#vivas = undefined;
    for (const where of ['viva-said', 'viva-one-said']) this.#parts.say(where, '');
  }

  /** Puts an answer in front of the queue, decided or not. */
  async #again(number: string, item: string, why: string): Promise<void> {
    const problem = await (await this.#worker()).again(number, item, why);
    this.#parts.say('again-said', problem ?? TEACH.asked);
    if (problem === undefined) await this.#reading?.first();
  }

  /** A cited run as a figure. */
  async #drawn(run: Runnable): Promise<DrawnRun | undefined> {
    const widget = await this.#widgetOf(run.widget);
    if (!widget) return undefined;
    const { drawnOnPage } = await import('./repeat.ts');
    return drawnOnPage(widget, run, (this.#stop ?? new AbortController()).signal);
  }

  #worker(): Promise<Remote<GradeSide>> {
    return (this.#grader ??= import('./open-worker.ts').then(({ openGrader }) => openGrader()));
  }

  async #takeGiven(): Promise<void> {
    const id = this.querySelector<HTMLSelectElement>('select[name="given"]')?.value ?? '';
    const text = this.querySelector(`[data-key-of="${CSS.escape(id)}"]`)?.textContent;
    if (text) await this.#takeKey(text);
  }

  async #takeLink(link: string): Promise<void> {
    const set = setIn(link);
    if (!isSet(set)) {
      this.#parts.say('key-said', LINKS[set.problem]);
      return;
    }
    const stock = await textApart(this, 'stock-key').catch(() => '');
    const key = stock === '' ? TEACH.noStock : keyByLink(link, JSON.parse(stock) as Key);
    if (typeof key === 'string') {
      this.#parts.say('key-said', key);
      return;
    }
    // What the set promises its students is what goes back.
    this.#parts.field('solutions').checked = set.solutions === 'with-marks';
    // No assignment of the book is meant any more.
    const given = this.querySelector<HTMLSelectElement>('select[name="given"]');
    if (given) given.value = '';
    await this.#takeKey(JSON.stringify(key));
  }

  async #takeKey(text: string): Promise<void> {
    const problem = await (await this.#worker()).key(text);
    if (problem !== undefined) {
      this.#parts.say('key-said', problem);
      return;
    }
    const key = readKey(text);
    this.#key = key;
    const isPoints = isAsPoints(key?.assignment.id ?? '');
    for (const one of this.querySelectorAll<HTMLInputElement>('[name="scaled"]'))
      one.checked = isPoints === (one.value === 'points');
    this.#sayRight();
    const { title = '', items = [] } = key?.assignment ?? {};
    this.#parts.say('key-said', TEACH.keyIs(title, items.length));
    const named = items.map(({ id }, i) => {
      const about = key?.items[id]?.objective;
      return new Option(TEACH.itemIs(i + 1, id, about), id);
    });
    this.#parts
      .part('item-key')
      .replaceChildren(
        ...named.map(({ text }) =>
          Object.assign(document.createElement('li'), { textContent: text }),
        ),
      );
    this.#parts.field('again-item').replaceChildren(...named);
    // Another key for files that are graded already: nothing is run again that has been.
    await this.#regrade();
  }

  /** The solutions of the key as a student has them. */
  #sayRight(): void {
    const key = this.#key;
    this.#parts.part('right-room').hidden = key === undefined;
    const number = this.#parts.field('right-for').value;
    const items = key?.assignment.items ?? [];
    this.#parts.part('right').replaceChildren(
      ...items.map((item) => {
        const own = key?.items[item.id];
        const seed = key ? variantOf(key.assignment, item, number) : 0;
        const text = own ? solutionIn(item, own, seed) : '';
        return Object.assign(document.createElement('li'), { textContent: text });
      }),
    );
  }

  async #takeLists(files: readonly File[]): Promise<void> {
    const { says, heads, count } = await (await this.#worker()).classLists(files);
    this.#parts.say('class-said', says.join(' '));
    this.#parts.part('list').hidden = count === 0;
    this.#heads(heads);
    if (count > 0) await this.#regrade();
  }

  /** The columns that may be chosen. */
  #heads(heads: readonly string[]): void {
    const field = this.#parts.field<HTMLSelectElement>('column');
    const before = field.value;
    field.replaceChildren(
      new Option(TEACH.titled, ''),
      ...heads.map((head) => new Option(head, head)),
    );
    if (heads.includes(before)) field.value = before;
  }

  /** What is given is taken one after the other, and nothing is graded before. */
  #inTurn(take: () => Promise<void>): Promise<void> {
    return (this.#given = this.#given.catch(() => undefined).then(take));
  }

  /** What was dropped, in whatever order: each file goes where it belongs. */
  async #sorted(files: readonly Dropped[]): Promise<void> {
    const { lists, handIns } = await sortedFiles(files);
    if (lists.length > 0) await this.#takeLists(lists);
    if (handIns.length > 0) await this.#add(handIns);
  }

  async #add(files: readonly Dropped[]): Promise<void> {
    const { files: hand, says } = await outOfZips(files.filter(({ name }) => !isBeside(name)));
    const count = await (
      await this.#worker()
    ).add(
      hand.map(({ file }) => file),
      hand.map(({ name }) => name),
    );
    this.#parts.say('files-said', [TEACH.files(count), ...says].join(' '));
    if (!this.#key) await this.#keyByFiles();
  }

  /** Where nobody has said what was set, the hand-ins do. */
  async #keyByFiles(): Promise<void> {
    const ids = await (await this.#worker()).answered();
    const given = this.querySelector<HTMLSelectElement>('select[name="given"]');
    const known = ids.filter((id) => [...(given?.options ?? [])].some(({ value }) => value === id));
    const [id] = known;
    if (given && id !== undefined && known.length === 1) {
      given.value = id;
      await this.#takeGiven();
    } else if (ids.some((one) => one.startsWith('set-')))
      this.#parts.say('key-said', TEACH.setFirst);
  }

  /** Grades anew what is graded already; before that there is nothing to do. */
  async #regrade(): Promise<void> {
    if (this.#parts.part('result').hidden) await this.#choose();
    else await this.#grade();
  }

  async #choose(): Promise<void> {
    const parts = this.#parts;
    const grader = await this.#worker();
    await grader.choose({
      rule: parts.field<HTMLSelectElement>('rule').value as Rule,
      isPseudonymous: parts.field('pseudonyms').checked,
      deleteBy: parts.field('delete-by').value,
      course: parts.field('course').value.trim(),
      late: this.#lateness(),
      column: parts.field('column').value,
      isScaled: parts.field('scaled').checked,
      withSolutions: parts.field('solutions').checked,
    });
  }

  #lateness(): Lateness {
    const parts = this.#parts;
    const [grace = 0, free = 0, penalty = 0, floor = 0] = LATENESS.map(
      (name) => Math.max(0, Number(parts.field(name).value)) || 0,
    );
    const per = parts.field('per').value === 'term' ? 'term' : 'set';
    return { grace, free, per, penalty, floor, due: parts.field('due').value };
  }

  async #grade(): Promise<void> {
    const parts = this.#parts;
    if (!this.#key) {
      parts.say('said', TEACH.noKey);
      return;
    }
    await this.#choose();
    const grader = await this.#worker();
    const runs = await grader.wanted();
    // What another key or rule makes of the class is what is asked for now.
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    parts.part('stop').hidden = false;
    let count = 0;
    const progress = parts.part('progress') as HTMLProgressElement;
    progress.max = Math.max(1, runs.length);
    try {
      // What runs experiments comes with the first of them.
      const { repeatOnPage } = await import('./repeat.ts');
      await repeatOnPage(
        runs,
        (tag) => this.#widgetOf(tag),
        stop.signal,
        async (done) => {
          await grader.ran(done);
          if (this.#stop !== stop) return;
          count += done.length;
          progress.value = count;
          parts.say('said', TEACH.running(count, runs.length));
        },
      );
    } finally {
      if (this.#stop === stop) parts.part('stop').hidden = true;
    }
    if (this.#stop !== stop) return;
    await this.#show(await grader.grade());
    if (stop.signal.aborted) parts.say('said', TEACH.stopped);
  }

  async #show(
    {
      students,
      refused,
      changes,
      isSure,
      later,
      missing,
      unreadable,
      strangers,
      of,
      maxima,
    }: Standing,
    { isDecision = false } = {},
  ): Promise<void> {
    const parts = this.#parts;
    if (!isDecision) this.#dropVivas();
    const called = (all: readonly Student[]): string =>
      all.map(({ name, number }) => `${name} (${number})`).join('; ');
    parts.say(
      'missing',
      [
        ...later,
        ...(missing.length > 0
          ? [(isSure ? TEACH.missing : TEACH.perhaps)(missing.length, called(missing))]
          : []),
        ...(unreadable.length > 0 ? [TEACH.unreadable(unreadable.length, called(unreadable))] : []),
        ...(strangers.length > 0 ? [TEACH.strangers(called(strangers))] : []),
      ].join(' '),
    );
    parts.say(
      'said',
      [
        students + refused === 0 ? TEACH.noFiles : TEACH.done(students, refused),
        ...(changes > 0 && !isDecision ? [TEACH.changed(changes)] : []),
      ].join(' '),
    );
    const [max] = maxima;
    parts.part('scale').hidden = max === undefined;
    if (max !== undefined) {
      parts.say('maximum', TEACH.maximum(of, maxima));
      parts.say('in-proportion', TEACH.inProportion(of, max));
      parts.say('as-points', TEACH.asPoints(of));
    }
    parts.part('result').hidden = false;
    const open = TABLES.filter(
      (name) => !FOLDED.includes(name) || parts.part(name).closest('details')?.open === true,
    );
    await Promise.all(open.map((name) => this.#tables.get(name)?.show()));
    if (!isDecision) await this.#reading?.show();
  }

  /** The facts of an experiment, from where the build says that they stand. */
  async #widgetOf(tag: string): Promise<AnyWidget | undefined> {
    const { content } = this.#parts.part('facts') as HTMLTemplateElement;
    const { code } =
      content.querySelector<HTMLElement>(`[data-of="${CSS.escape(tag)}"]`)?.dataset ?? {};
    if (code === undefined) return undefined;
    const { factsOf } = await import('./repeat.ts');
    const files = code.split(' ').map((file) => import(/* @vite-ignore */ file));
    const [module] = (await Promise.all(files)) as [FactsModule];
    return factsOf(module, tag);
  }
}

/** Defines the element. Safe to call twice. */
export function defineTeach(): void {
  if (!customElements.get('book-teach')) customElements.define('book-teach', TeachElement);
}
