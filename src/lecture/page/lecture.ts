/** A lesson as a lecture: one step of it at a time, large, its experiments and questions live. */
import {
  PREDICTED,
  PROPOSE,
  type ExperimentAttributes,
  type ProposeDetail,
  type QuestionAttributes,
} from '../../../widgets/kit/contract/border.ts';
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';
import { setMarkup } from '../../../widgets/run/page/trusted-types.ts';
import { LECTURE, NOTES } from '#words/src/lecture/words';
import type { Step } from '../pure/steps.ts';
import { leftOut, stepsOf } from '../pure/steps.ts';
import { addressOf, askedIn, readerAddress, type Asked } from './address.ts';
import { onKey, type Does } from './keys.ts';
import { Notes } from './notes.ts';
import { dataOf, LETTERS, outlineOf, plainCopy, sentenceOf, type Outline } from './outline.ts';
import { Overview } from './overview.ts';
import { readFrom, reveal } from './reveal.ts';
import type { WorkStore } from '../../tasks/storage/store.ts';
import { dress } from '../../../widgets/page/dress.ts';
import css from '../lecture.css?inline';
import type { LectureView } from './view.ts';
import { amissIn, choicesMarkup, resultMarkup, voteForm, wakeVote } from './vote.ts';
import { qrAlone } from '../../components/qr-code.ts';
import { qrOf } from '#words/src/words';

/** A code that a telephone at the back of a hall can read is no larger than this version. */
const LARGEST_CODE = 12;

const FIGURE = ':is(.bench, .behind-veil) :is(.experiment-figure, .takeaway)';

/** On a telephone a lecture is read, and scrolled. */
const READ = '(max-width: 48rem)';

/** Words that set up more than so many settings speak for themselves. */
const MOST_LABELS = 2;

/** So small may the words of a step be drawn, beside their usual size, and so small a figure. */
const SMALLEST = 0.72;
const SMALLEST_FIGURE = 0.6;

export class Lecture implements LectureView {
  readonly title: string;
  readonly steps: readonly Step[];
  readonly outline: Outline;
  readonly #article: HTMLElement;
  /** What stands above the part of the lesson that is shown, and below it. */
  readonly #said = document.createElement('section');
  readonly #below = document.createElement('section');
  readonly #bar = document.createElement('nav');
  readonly #overview: Overview;
  readonly #notes: Notes;
  #asked: Asked;

  constructor(article: HTMLElement, store: WorkStore) {
    readFrom(store);
    this.#article = article;
    this.title = article.dataset['title'] ?? document.title;
    this.outline = outlineOf(article);
    this.steps = stepsOf(this.outline.blocks, LECTURE.skipped);
    this.#asked = askedIn(location.search);
    this.#overview = new Overview(this);
    this.#notes = new Notes(this);
  }

  begin(): void {
    dress(css);
    document.documentElement.dataset['lecture'] = '';
    this.#said.className = 'lecture-said';
    this.#said.ariaLive = 'polite';
    this.#below.className = 'lecture-below';
    this.#bar.className = 'lecture-bar';
    this.#bar.ariaLabel = LECTURE.lecture;
    // Behind the text: what waits for a prediction is held back in sentences, too.
    this.#article.append(this.#said, this.#below);
    document.body.append(this.#bar, this.#overview.element);
    for (const one of [document, this.#bar])
      one.addEventListener('click', ({ target }) => {
        const does = (target as HTMLElement).closest?.<HTMLElement>('[data-lecture-does]')?.dataset[
          'lectureDoes'
        ];
        if (does !== undefined && one === this.#bar) this.does(does as Does);
      });
    onKey(globalThis.window, (does) => {
      this.does(does);
    });
    this.#overview.element.addEventListener('close', () => {
      this.#openAnswered();
    });
    this.#article.addEventListener(PREDICTED, () => setTimeout(() => this.#afterAnswer()));
    document.addEventListener('outcome', () => setTimeout(() => this.#afterAnswer()));
    addEventListener('resize', () => {
      this.#fit();
    });
    // A verdict comes later than its step.
    const grown = new ResizeObserver(() => {
      if (this.step.kind === 'experiment') this.#fitFigure();
      else if (this.#isLong) this.#fit();
    });
    for (const one of this.outline.elements)
      for (const part of [one, ...one.querySelectorAll(FIGURE)]) grown.observe(part);
    const said = new MutationObserver((changes) => {
      for (const { target } of changes) sayToAll(target);
    });
    for (const one of this.#article.querySelectorAll('[data-part="verdict"]'))
      said.observe(one, { childList: true });
    this.#article.addEventListener('click', (event) => {
      this.#follow(event);
    });
    if (this.#asked.step !== '') this.#ask(this.#at(this.#asked.step));
    this.show();
    if (this.#asked.step === '') this.#overview.open();
    else this.#notes.start();
    this.#notes.again();
  }

  get pressed(): number | undefined {
    const { cut = 0, but } = this.#asked;
    return but.length > 0 ? undefined : cut;
  }

  anew(): void {
    this.#notes.forget();
    history.replaceState(history.state, '', this.link('scene'));
    location.reload();
  }

  get without(): readonly string[] {
    const { cut, but } = this.#asked;
    const out = new Set(cut === undefined ? [] : leftOut(this.steps, cut));
    return this.steps.flatMap(({ id }) => (out.has(id) !== but.includes(id) ? id : []));
  }

  get kept(): readonly Step[] {
    const { without } = this;
    const kept = this.steps.filter(({ id }) => !without.includes(id));
    return kept.length > 0 ? kept : this.steps;
  }

  get place(): number {
    return Math.max(
      0,
      this.kept.findIndex(({ id }) => id === this.#asked.step),
    );
  }

  get step(): Step {
    return this.kept[this.place] as Step;
  }

  cutTo(cut: number | undefined): void {
    this.#leaveOut({ cut, but: [] });
  }

  flip(id: string): void {
    this.#leaveOut({ but: flipped(this.#asked.but, id) });
  }

  /** Where the step that is shown is left out, the one before it is shown. */
  #leaveOut(change: Partial<Asked>): void {
    const before = this.steps.slice(0, this.steps.indexOf(this.step) + 1);
    this.#ask({ ...this.#asked, ...change });
    const { kept } = this;
    const step = before.findLast((one) => kept.includes(one));
    if (this.#asked.step !== '') this.#ask({ ...this.#asked, step: step?.id ?? '' });
    this.show();
  }

  goTo(step: string): void {
    this.#notes.start();
    this.#ask(this.#at(step));
    this.show();
  }

  /** Whoever goes to a step that was left out wants it. */
  #at(step: string): Asked {
    const { but } = this.#asked;
    return { ...this.#asked, step, but: this.without.includes(step) ? flipped(but, step) : but };
  }

  link(step: string): string {
    return addressOf({ ...this.#asked, step });
  }

  does(does: Does): void {
    const { kept, place } = this;
    if (does === 'next' || does === 'previous') {
      if (this.#overview.element.open) {
        this.#overview.toggle();
        this.goTo(this.step.id);
        return;
      }
      const step = kept[place + (does === 'next' ? 1 : -1)];
      if (this.#isBlack) this.#black();
      else if (this.#scrolls(does === 'next' ? 1 : -1)) return;
      else if (step) this.goTo(step.id);
    } else if (does === 'first' || does === 'last')
      this.goTo(kept.at(does === 'first' ? 0 : -1)?.id ?? '');
    else if (does === 'overview') this.#overview.toggle();
    else if (does === 'black') this.#black();
    else if (does === 'notes') this.#notes.open();
    else if (does === 'screen') void this.#fullScreen();
    else location.assign(readerAddress());
  }

  /** What is too long even so is read to its end before the next step comes. */
  #scrolls(way: 1 | -1): boolean {
    const { kind } = this.step;
    if (!this.#isLong || kind === 'vote') return false;
    if (kind === 'experiment' && this.#overrun <= 0) return false;
    const before = scrollY;
    scrollBy(0, way * innerHeight * 0.7);
    return scrollY !== before;
  }

  /** What leads to a prediction in the text leads to its step here. */
  #follow(event: Event): void {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[href*="#question-"]');
    const id = link?.hash.replace(/^#question-/, '');
    if (id === undefined || !this.steps.some((step) => step.id === id)) return;
    event.preventDefault();
    this.goTo(id);
  }

  get #isBlack(): boolean {
    return 'black' in document.documentElement.dataset;
  }

  #black(): void {
    document.documentElement.toggleAttribute('data-black', !this.#isBlack);
  }

  async #fullScreen(): Promise<void> {
    const { documentElement: root, fullscreenElement } = document;
    await (fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.())?.catch(
      () => undefined,
    );
  }

  #ask(asked: Asked): void {
    this.#asked = asked;
    history.replaceState(history.state, '', addressOf(asked));
  }

  /** Shows the step that the address names. */
  show(): void {
    const { step, outline, place, kept } = this;
    this.#article.dataset['step'] = step.kind;
    this.#openAnswered();
    for (const [i, element] of outline.elements.entries())
      element.toggleAttribute('data-on', step.shows.includes(i));
    const isScene = step.kind === 'scene' && step.says.length === 0;
    document.documentElement.toggleAttribute('data-lecture-scene', isScene);
    const says = this.#says(step);
    setMarkup(
      this.#said,
      isScene ? this.#scene() : markup`<h1 class="lecture-under">${step.under || this.title}</h1>`,
    );
    if (step.kind === 'next') setMarkup(this.#said, this.#onward());
    this.#said.append(...says);
    // In the flow of a text, an experiment has no head.
    const [on = -1] = step.shows;
    if (outline.elements[on]?.matches('.experiment:not(:has(> .experiment-head))')) {
      const asks = document.createElement('p');
      asks.className = 'experiment-question';
      asks.textContent = outline.elements[on].ariaLabel;
      this.#said.append(asks);
    }
    this.#showBelow();
    setMarkup(
      this.#bar,
      markup`${this.#button('previous', '‹', LECTURE.previous)}<span>${LECTURE.at(place + 1, kept.length)}</span>${this.#button('next', '›', LECTURE.next)}${(['overview', 'notes', 'black', 'end'] as const).map((does) => this.#button(does, LECTURE[does]))}`,
    );
    document.title = `${LECTURE.at(place + 1, kept.length)} · ${this.title}`;
    scrollTo(0, 0);
    this.#fit();
    if (step.kind === 'reveal') for (const one of this.#shown()) reveal(one);
    this.#notes.follow();
  }

  /** Sentences that set something up stand together as they do in the text; what is taken away stands sentence by sentence. */
  #says({ says, kind }: Step): readonly HTMLElement[] {
    const lines: HTMLElement[] = [];
    let before = -1;
    for (const { block, sentence } of says) {
      const line = lines.at(-1);
      const element = this.outline.elements[block];
      if (!element) continue;
      const isWith = kind === 'setting' || kind === 'scene' || sentence.leans;
      if (line && block === before && isWith) line.append(' ', sentenceOf(element, sentence.at));
      else {
        lines.push(document.createElement('p'));
        lines.at(-1)?.append(sentenceOf(element, sentence.at));
      }
      before = block;
    }
    return lines;
  }

  #button(does: Does, words: string, name = words): Markup {
    return markup`<button type="button" data-lecture-does="${does}"${name !== words && markup` aria-label="${name}"`}>${words}</button>`;
  }

  /** The questions of this step. */
  #shown(): readonly HTMLElement[] {
    const { outline, step } = this;
    return step.shows
      .flatMap((at) => outline.elements[at] ?? [])
      .filter((one) => one.matches('[data-question]'));
  }

  #showBelow(): void {
    const { step } = this;
    const [question] = this.#shown();
    const { kind } = step;
    setMarkup(this.#below, markup``);
    if (question && kind !== 'reveal') {
      setMarkup(
        this.#below,
        markup`${choicesMarkup(question)}${kind === 'vote' && voteForm(question)}`,
      );
      const form = this.#below.querySelector('form');
      if (form) wakeVote(form, question, () => this.#notes.follow());
    }
    if (question && kind === 'reveal') this.#afterAnswer();
    if (kind !== 'experiment') return;
    this.#offerSettings();
    this.#remind();
    this.#setUp();
    this.#unfold();
    const start = document.querySelector<HTMLElement>(
      `[data-question="${CSS.escape(step.for ?? '')}"][data-kind="reach"] [data-does="start"]`,
    );
    start?.click();
    scrollTo(0, 0);
  }

  get #isLong(): boolean {
    return document.documentElement.scrollHeight > innerHeight + 1;
  }

  /** Draws a step smaller until it fits, but never too small to be read. */
  #fit(): void {
    const { style } = this.#article;
    style.removeProperty('--fit');
    style.removeProperty('--wide');
    if (this.step.kind === 'experiment') {
      this.#fitFigure();
      return;
    }
    for (let fit = 1; fit > SMALLEST && this.#isLong; fit -= 0.04)
      style.setProperty('--fit', String(Math.max(SMALLEST, fit - 0.04)));
  }

  /** The figure of this step, and the sentence below it. */
  get #figure(): readonly HTMLElement[] {
    const element = this.outline.elements[this.step.shows[0] ?? -1];
    return [...(element?.querySelectorAll<HTMLElement>(FIGURE) ?? [])];
  }

  /** By how much these reach below the bar. */
  get #overrun(): number {
    const ends = this.#figure.map((one) => one.getBoundingClientRect().bottom);
    return Math.max(...ends) - this.#bar.getBoundingClientRect().top;
  }

  /** A figure leaves room for its sentence above the bar; while its step lasts it only shrinks, so that it does not jump. */
  #fitFigure(): void {
    const [figure] = this.#figure;
    const over = this.#overrun + scrollY;
    if (!figure || over <= 0 || matchMedia(READ).matches) return;
    const { width, height } = figure.getBoundingClientRect();
    const least = SMALLEST_FIGURE * (figure.parentElement?.offsetWidth ?? width);
    if (height === 0 || width <= least) return;
    const wide = Math.max(least, width * (1 - (over + 2) / height));
    this.#article.style.setProperty('--wide', `${Math.floor(wide)}px`);
  }

  /** What waits for a prediction waits for it only while its answer is still to come: in a lecture nothing is shut for good. */
  #openAnswered(): void {
    if (this.step.kind === 'scene' || this.#overview.element.open) return;
    const toCome = this.kept
      .slice(this.place)
      .flatMap(({ kind, shows }) => (kind === 'reveal' ? shows : []));
    for (const [i, one] of this.outline.elements.entries()) {
      if (!one.matches('[data-kind="prediction"]:not([data-committed])') || toCome.includes(i))
        continue;
      (one.dataset as QuestionAttributes).failed = '';
      for (const veiled of document.querySelectorAll<HTMLElement>(
        `[data-veil="${CSS.escape(one.dataset['question'] ?? '')}"]`,
      ))
        delete (veiled.dataset as ExperimentAttributes).veil;
    }
    document.dispatchEvent(new Event(PREDICTED));
  }

  /** The class’s guesses stand beside the answer as soon as it is there. */
  #afterAnswer(): void {
    const [question] = this.#shown();
    if (!question || this.step.kind !== 'reveal') return;
    setMarkup(this.#below, resultMarkup(question));
    this.#article.toggleAttribute('data-voted', this.#below.querySelector('table') !== null);
    this.#fit();
  }

  /** Words of the text that set this experiment up, to be pressed. */
  #offerSettings(): void {
    const { outline, step } = this;
    const [at = 0] = step.shows;
    const id = outline.elements[at]?.id ?? '';
    const buttons = [
      ...this.#article.querySelectorAll(`.set-up[data-sets-up="${CSS.escape(id)}"]`),
    ].filter((one) => !this.#said.contains(one) && isOpen(one));
    // What is to be reached is not set up, and would be left.
    if (buttons.length === 0 || this.#answered?.dataset['kind'] === 'reach') return;
    const row = document.createElement('p');
    row.className = 'lecture-settings';
    row.append(LECTURE.tryThese);
    const before = new Map<string, unknown>(
      Object.entries((this.#answered && dataOf(this.#answered).when) ?? {}),
    );
    for (const button of buttons) {
      const copy = button.cloneNode(true) as HTMLElement;
      for (const one of copy.querySelectorAll('.set-up-still, [role="status"]')) one.remove();
      // What has been set before it need not be named again.
      const sets = Object.entries(
        JSON.parse(copy.dataset['settings'] ?? '{}') as Record<string, unknown>,
      ).filter(([name, value]) => before.get(name) !== value);
      const form = outline.elements[at]?.querySelector('form');
      const labels = sets.flatMap(([name, value]) => {
        before.set(name, value);
        const field = form?.elements.namedItem(name) as Partial<HTMLInputElement> | null;
        return field?.labels?.[0]?.textContent?.trim() || [];
      });
      const place = document.createElement('span');
      const isNamed = labels.length > 0 && labels.length <= MOST_LABELS;
      place.append(isNamed ? LECTURE.sets(labels) : '', copy);
      row.append(place);
    }
    this.#said.append(row);
  }

  /** What a prediction has opened in its experiment is shown at once. */
  #unfold(): void {
    const [at = -1] = this.step.shows;
    const folds =
      this.outline.elements[at]?.querySelectorAll<HTMLDetailsElement>('.further details');
    const seen = [...(folds ?? [])].filter((one) => one.checkVisibility());
    const last = seen.at(-1);
    if (!last || this.step.for === undefined) return;
    last.open = true;
    setTimeout(() => {
      last.scrollIntoView({ block: 'nearest' });
    });
  }

  /** The question that the experiment of this step answers. */
  get #answered(): HTMLElement | undefined {
    const { step, steps, outline } = this;
    const answer = steps.find(({ kind, unit }) => kind === 'reveal' && unit === step.unit);
    return outline.elements[answer?.shows[0] ?? -1];
  }

  /** An experiment that has not run since the page was loaded is set up as its question has it. */
  #setUp(): void {
    const question = this.#answered;
    const element = this.outline.elements[this.step.shows[0] ?? -1];
    if (question?.dataset['kind'] !== 'prediction' || !element) return;
    const { instance, when: settings } = dataOf(question);
    const { state } = element.dataset as ExperimentAttributes;
    if (instance !== element.id || settings === undefined || state !== undefined) return;
    const detail: ProposeDetail = { settings, fresh: true, run: true };
    element.dispatchEvent(new CustomEvent(PROPOSE, { detail }));
  }

  /** What the class has said stands below the experiment that has answered it. */
  #remind(): void {
    const question = this.#answered;
    if (question?.dataset['committed'] === undefined) return;
    const place = document.createElement('div');
    setMarkup(place, resultMarkup(question));
    this.#below.append(place);
  }

  #scene(): Markup {
    const page = this.#article.parentElement;
    const deck = page?.querySelector('.deck')?.textContent ?? '';
    return markup`<h1>${this.title}</h1><p class="lecture-deck">${deck}</p>`;
  }

  #onward(): Markup {
    const next = this.#article.parentElement?.querySelector<HTMLElement>('.onward [rel="next"]');
    const title = next?.lastChild?.textContent?.trim();
    const address = readerAddress();
    const code = address.startsWith('http')
      ? qrAlone(address, qrOf(address), LARGEST_CODE)
      : undefined;
    return markup`<h1 class="lecture-under">${this.title}</h1>${title && markup`<p>${LECTURE.nextLesson} <strong>${title}</strong></p><p>${next?.dataset['question'] ?? ''}</p>`}${code && markup`<figure class="lecture-code">${code}<figcaption>${LECTURE.atHome}</figcaption></figure>`}`;
  }

  /** What the lecturer’s notes say of a step: its text, whole. */
  noted(step: Step): readonly HTMLElement[] {
    const [question] = this.#shown();
    const copies = (places: readonly number[]): readonly HTMLElement[] =>
      places.flatMap((at) => {
        const element = this.outline.elements[at];
        const text = element?.matches('[data-question]')
          ? element.querySelector('.question-prompt')
          : element;
        return text && !text.matches('.experiment') ? plainCopy(text) : [];
      });
    if (step.kind === 'vote' && question)
      return [NOTES.vote, ...amissIn(question)].map((text) => lineOf(text));
    if (step.kind === 'next') {
      const aims = this.#article.querySelectorAll('.objectives > :not(.legend)');
      return [...aims].map(plainCopy);
    }
    const answers = step.kind === 'reveal' && question ? answersTo(question) : [];
    // While the class looks at an experiment, its lecturer has what the lesson says of it.
    const next = this.steps[this.steps.indexOf(step) + 1];
    const after = step.kind === 'experiment' && next?.unit === step.unit ? copies(next.notes) : [];
    return [
      ...copies([...step.notes, ...step.shows]),
      ...answers,
      ...(after.length > 0 ? [lineOf(NOTES.after), ...after] : []),
    ];
  }
}

function lineOf(text: string): HTMLElement {
  const line = document.createElement('p');
  line.textContent = text;
  return line;
}

const flipped = (all: readonly string[], one: string): readonly string[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];

/** A verdict is about the answer, and not about who has pressed it. */
function sayToAll(verdict: Node): void {
  const walk = document.createTreeWalker(verdict, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    (node as Text).data = LECTURE.toAll((node as Text).data);
}

/** Whether words that set an experiment up wait for no prediction. */
function isOpen(words: Element): boolean {
  const after = words.getAttribute('data-after')?.split(' ') ?? [];
  return after.every((id) =>
    document.querySelector(
      `[data-question="${CSS.escape(id)}"]:is([data-committed], [data-failed])`,
    ),
  );
}

/** What may be said to each answer that the book knows. */
function answersTo(question: HTMLElement): readonly HTMLElement[] {
  const { options = [] } = dataOf(question);
  const feedback = question.querySelector<HTMLTemplateElement>('template[data-part="feedback"]');
  return [...(feedback?.content.querySelectorAll<HTMLElement>('[data-of]') ?? [])].map((one) => {
    const line = document.createElement('p');
    const { of = '' } = one.dataset;
    const label = document.createElement('strong');
    const place = options.findIndex(({ id }) => id === of);
    const row = question.querySelector(`[data-text-of="${CSS.escape(of)}"]`)?.textContent;
    label.textContent = `${LECTURE.sides[of] ?? LETTERS[place] ?? row ?? ''} `;
    line.append(label, plainCopy(one));
    return line;
  });
}
