/** The reading queue on the page: one answer at a time, its rubric, points and a note, by keyboard alone. */
import { plain } from '../../../../widgets/kit/draw/format.ts';
import type { Runnable } from '../../../../widgets/kit/record/run-key.ts';
import { setMarkup } from '../../../../widgets/run/page/trusted-types.ts';
import { BOTH, TEACH } from '#words/src/tasks/grading/teach/words';
import { NEARLY, likeness, wordsIn, type Words } from '../pure/grade/likeness.ts';
import type { Shown } from '../pure/grade/shown.ts';
import type { Decision } from '../pure/grade/verdict.ts';
import { unmarked } from '../pure/viva/plain-text.ts';
import type { ReadNow } from './protocol.ts';
import type { DrawnRun } from './repeat.ts';

type Answer = NonNullable<ReadNow['answer']>;
type Said = Pick<Decision, 'points' | 'note' | 'met'>;

/** Where answers come from and decisions go. */
export interface ReadingSource {
  /** The answer to be read, so many behind the first one. */
  at(skip: number): Promise<ReadNow>;
  decide(answer: Answer, said: Said): Promise<void>;
  /** Closes what was opened once more; opens what was decided last. */
  close?(): Promise<void>;
  back?(answer: Answer): Promise<void>;
  /** A cited run as a figure; nothing where the page has not its experiment. */
  draw(run: Runnable): Promise<DrawnRun | undefined>;
}

/** Two presses within this are one, in milliseconds. */
const TWICE = 350;

export class ReadingQueue {
  readonly #element: HTMLElement;
  readonly #source: ReadingSource;
  #now: ReadNow = { left: 0 };
  #skip = 0;
  /** When it was shown, and whether anything was done since: a second press of Enter means the one before. */
  #since = 0;
  #isTouched = false;
  /** What was said of the last one: of a like one it is offered again. */
  #last: { readonly answer: Answer; readonly said: Said } | undefined;

  constructor(element: HTMLElement, source: ReadingSource) {
    this.#element = element;
    this.#source = source;
    const form = this.#part<HTMLFormElement>('reading-form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#take();
    });
    form.addEventListener('input', () => (this.#isTouched = true));
    form.addEventListener('change', ({ target }) => {
      if (this.#lines.includes(target as HTMLInputElement)) this.#sum();
    });
    form.addEventListener('keydown', (event) => this.#pressed(event, form));
    this.#part('later').addEventListener('click', () => void this.#later());
    this.#part('back').addEventListener('click', () => {
      if (this.#last) void this.#source.back?.(this.#last.answer);
    });
  }

  /** Whose answer it is. */
  get number(): string | undefined {
    return this.#now.answer?.number;
  }

  /** Shows the answer that is to be read now. */
  async show(): Promise<void> {
    this.#now = await this.#source.at(this.#skip);
    const { left, answer } = this.#now;
    this.#part('left').textContent = TEACH.toRead(left);
    this.#part('reading-form').hidden = answer === undefined;
    if (this.#next) this.#next.hidden = answer !== undefined;
    if (!answer) return;
    const { who, at, item, says, shown, of, notes } = answer;
    const like = answer.decided ? undefined : this.#lastLike(answer);
    const last = answer.decided ?? like;
    this.#part('read-what').textContent = TEACH.readIt(who, at, item);
    const { findings } = shown;
    this.#part('read-says').replaceChildren(
      ...[...(like ? [TEACH.nearly] : []), ...(findings.length > 0 ? findings : [says])].map(line),
    );
    this.#text('read-question', shown.question);
    this.#text('read-given', shown.given || BOTH.nothingGiven);
    this.#text('read-guide', shown.solution);
    this.#runs(shown.runs);
    this.#part('read-rubric').replaceChildren(
      ...shown.rubric.map(({ id, text, points, isGiven = last?.met?.includes(id) }, i) =>
        checkLine(id, TEACH.rubricLine(i + 1, text, points), isGiven === true),
      ),
    );
    const remarks = this.#part('remarks');
    remarks.hidden = shown.remarks.length === 0;
    remarks.lastElementChild?.replaceChildren(
      ...once(shown.remarks).map((one) => this.#remark(one)),
    );
    this.#part('points-label').textContent = TEACH.outOf(of, answer.now);
    this.#part('notes').replaceChildren(
      ...notes.map((note) => Object.assign(document.createElement('option'), { value: note })),
    );
    this.#field('points').value = last ? plain(last.points) : '';
    // Nothing pressed is no decision.
    if (!last && this.#met.length > 0) this.#sum();
    this.#field('note').value = last?.note ?? '';
    const later = this.#part<HTMLButtonElement>('later');
    const isAgain = answer.isAgain === true;
    later.textContent = isAgain ? TEACH.close : TEACH.later;
    later.disabled = !isAgain && left < 2;
    this.#part('back').hidden = !this.#last || !this.#source.back;
    this.#since = performance.now();
    this.#isTouched = false;
  }

  async #later(): Promise<void> {
    if (this.#now.answer?.isAgain === true) await this.#source.close?.();
    else this.#skip += 1;
    await this.show();
    this.#focus();
  }

  /** Begins at the front again. */
  async first(): Promise<void> {
    this.#skip = 0;
    await this.show();
    this.#focus();
  }

  /** On to it, without a hand on the mouse. */
  #focus(): void {
    if (!this.#now.answer) {
      (this.#next?.querySelector('button') ?? this.#part('left')).focus();
      return;
    }
    const field = this.#isRubric ? this.#lines[0] : this.#field('points');
    field?.focus({ preventScroll: true });
    // What stands there from the answer before is typed over.
    field?.select();
    this.#part('reading-form').scrollIntoView({ block: 'nearest' });
  }

  /** What was said of the one before, where this one is like it. */
  #lastLike({ item, shown }: Answer): Said | undefined {
    if (this.#last?.answer.item !== item) return undefined;
    const { answer, said } = this.#last;
    const [before, now] = [answer.shown.given, shown.given].map(wordsIn) as [Words, Words];
    return now.size > 0 && likeness(before, now) >= NEARLY ? said : undefined;
  }

  /** What there is to do when all is read; an assistant’s share has none. */
  get #next(): HTMLElement | null {
    return this.#element.querySelector('[data-part="next"]');
  }

  get #lines(): readonly HTMLInputElement[] {
    return [...this.#part('read-rubric').querySelectorAll('input')];
  }

  /** Whether there is more to press than that all is there. */
  get #isRubric(): boolean {
    return this.#lines.some(({ value }) => value !== 'all');
  }

  /** A digit presses a line of the rubric, but where something is typed. */
  #pressed(event: KeyboardEvent, form: HTMLFormElement): void {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || isTyped(target)) return;
    if (event.key === 'Enter' && this.#lines.includes(target as HTMLInputElement)) {
      event.preventDefault();
      form.requestSubmit();
    }
    const pressed = /^[1-9]$/.test(event.key) ? this.#lines[Number(event.key) - 1] : undefined;
    if (!pressed) return;
    event.preventDefault();
    pressed.focus({ preventScroll: true });
    pressed.click();
  }

  #sum(): void {
    const { rubric = [] } = this.#now.answer?.shown ?? {};
    const met = new Set(this.#met);
    const points = rubric.reduce((sum, one) => sum + (met.has(one.id) ? one.points : 0), 0);
    this.#field('points').value = plain(Math.round(points * 100) / 100);
  }

  get #met(): readonly string[] {
    return this.#lines.filter(({ checked }) => checked).map(({ value }) => value);
  }

  /** A known mistake: pressed, what may be said to it stands in the note. */
  #remark({ misconception, feedback }: Shown['remarks'][number]): HTMLElement {
    const button = Object.assign(document.createElement('button'), {
      ...{ type: 'button', textContent: misconception, title: feedback },
    });
    button.addEventListener('click', () => {
      const note = this.#field('note');
      if (!note.value.includes(feedback)) note.value = `${note.value} ${feedback}`.trim();
      // From there Enter decides.
      note.focus();
    });
    return button;
  }

  /** The cited runs: in a sentence at once, and as figures when they have been repeated. */
  #runs(runs: Shown['runs']): void {
    const { answer } = this.#now;
    this.#part('read-runs').replaceChildren(
      ...runs.map(({ says, run }) => {
        const figure = document.createElement('figure');
        const room = document.createElement('div');
        // Looked at, and not played with: what it shows is said below it.
        room.inert = true;
        figure.append(room, line(says));
        if (!run) return figure;
        room.textContent = TEACH.drawing;
        void this.#source
          .draw(run)
          .catch((error: unknown) => void console.error(error))
          .then((drawn) => {
            if (this.#now.answer !== answer) return;
            if (!drawn) room.remove();
            else {
              setMarkup(room, drawn.figure);
              figure.append(line(drawn.says));
            }
          });
        return figure;
      }),
    );
  }

  async #take(): Promise<void> {
    const { answer } = this.#now;
    if (!answer || (!this.#isTouched && performance.now() - this.#since < TWICE)) return;
    const text = this.#field('points').value.trim().replace(',', '.');
    const points = Number(text);
    if (text === '' || !(points >= 0 && points <= answer.of)) {
      this.#part('left').textContent =
        text === '' && this.#isRubric ? TEACH.undecided : TEACH.noPoints(answer.of);
      this.#field('points').focus();
      return;
    }
    const met = this.#isRubric ? { met: this.#met } : {};
    const said = { points, note: this.#field('note').value.trim(), ...met };
    await this.#source.decide(answer, said);
    this.#last = { answer, said };
    await this.show();
    this.#focus();
  }

  /** A text that is there only if something stands in it. */
  #text(name: string, text: string): void {
    const part = this.#part(name);
    part.replaceChildren(...blocks(text));
    (part.closest('details') ?? part).hidden = text === '';
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    return this.#element.querySelector(`[data-part="${name}"]`) as T;
  }

  #field(name: string): HTMLInputElement {
    return this.#element.querySelector(`[name="${name}"]`) as HTMLInputElement;
  }
}

/** Each mistake once, however many answers betray it. */
const once = (all: Shown['remarks']): Shown['remarks'] => [
  ...new Map(all.map((one) => [`${one.misconception} ${one.feedback}`, one])).values(),
];

const isTyped = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && target.type === 'text';

/** What stands between empty lines: a table where its lines begin with a bar. */
const blocks = (text: string): readonly HTMLElement[] =>
  text
    .split(/\n\s*\n/)
    .map((block) => (/^\s*\|/.test(block) ? tableOf(block) : line(unmarked(block))));

function tableOf(block: string): HTMLElement {
  const table = document.createElement('table');
  for (const written of block.trim().split('\n')) {
    if (/^[|:\s-]+$/.test(written)) continue;
    const row = table.insertRow();
    for (const cell of written
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|'))
      row.insertCell().textContent = unmarked(cell.trim());
  }
  return table;
}

const line = (text: string): HTMLElement =>
  Object.assign(document.createElement('p'), { textContent: text });

function checkLine(id: string, text: string, isChecked: boolean): HTMLElement {
  const label = Object.assign(document.createElement('label'), { className: 'teach-check' });
  const box = Object.assign(document.createElement('input'), {
    ...{ type: 'checkbox', value: id, checked: isChecked },
  });
  const words = Object.assign(document.createElement('span'), { textContent: text });
  label.append(box, words);
  return label;
}
