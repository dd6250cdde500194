/** All steps of a lecture at a glance: where it is, what is left out, how long it takes, and what can be printed. */
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';
import { setMarkup } from '../../../widgets/run/page/trusted-types.ts';
import { LECTURE } from '#words/src/lecture/words';
import { LECTURE_KEYS } from '#words/src/lecture/key-words';
import type { Block } from '../pure/outline.ts';
import { readerAddress } from './address.ts';
import { minutesIn } from '../pure/steps.ts';
import { hasBegun } from './notes.ts';
import type { LectureView } from './view.ts';

/** Lengths that are offered, in minutes. */
const CUTS = [10, 20];

export class Overview {
  readonly element = document.createElement('dialog');
  readonly #lecture: LectureView;

  constructor(lecture: LectureView) {
    this.#lecture = lecture;
    const { element } = this;
    element.className = 'lecture-overview';
    element.addEventListener('change', ({ target }) => {
      lecture.flip((target as HTMLInputElement).name);
      this.#say();
    });
    element.addEventListener('click', (event) => {
      const target = event.target as HTMLElement;
      const { cut, does, to } =
        target.closest<HTMLElement>('[data-cut], [data-does], [data-to]')?.dataset ?? {};
      if (to !== undefined) {
        event.preventDefault();
        element.close();
        lecture.goTo(to);
      }
      if (cut !== undefined) {
        lecture.cutTo(Number(cut) || undefined);
        this.#draw();
      }
      if (does === 'anew' && confirm(LECTURE.anewAsk)) lecture.anew();
      if (does === 'close') element.close();
      if (does === 'handout' || does === 'cards') void this.#print(does);
      if (does === 'notes' || does === 'end') lecture.does(does);
    });
  }

  toggle(): void {
    if (this.element.open) this.element.close();
    else this.open();
  }

  open(): void {
    this.#draw();
    if (!this.element.open) this.element.showModal();
    this.element.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  async #print(what: 'handout' | 'cards'): Promise<void> {
    const { printHandout, printCards } = await import('./paper.ts');
    this.element.close();
    await (what === 'cards' ? printCards() : printHandout(this.#lecture));
    this.open();
  }

  #say(): void {
    const { kept } = this.#lecture;
    const told = this.element.querySelector('[data-part="told"]');
    if (told) told.textContent = LECTURE.steps(kept.length, minutesIn(kept));
    for (const button of this.element.querySelectorAll<HTMLElement>('[data-cut]'))
      button.ariaPressed = String(Number(button.dataset['cut']) === this.#lecture.pressed);
  }

  #draw(): void {
    const { title, steps, without, step, kept, place } = this.#lecture;
    const { blocks } = this.#lecture.outline;
    const rows = steps.map(
      ({ id, kind, under, minutes, says, shows: [at = -1] }, i): Markup =>
        markup`${under !== (steps[i - 1]?.under ?? '') && markup`<li class="lecture-part">${under}</li>`}<li><label><input type="checkbox" name="${id}"${!without.includes(id) && markup` checked`}> <span>${LECTURE.kinds[kind]}</span></label> <a href="${this.#lecture.link(id)}" data-to="${id}"${id === step.id && markup` aria-current="step"`}>${(kind === 'takeaway' ? beginningOf : whole)(says[0]?.sentence.text) || labelOf(blocks[at]) || (kind === 'scene' ? title : LECTURE.kinds[kind])}</a> <span class="soft">${LECTURE.minutes(minutes)}</span></li>`,
    );
    const isUnderWay = place > 0;
    // The clock of this one has not begun, and there is something already.
    const isOld =
      !hasBegun() && Object.keys(localStorage).some((key) => /^vote\/|\/work$/.test(key));
    // A file has no page of its own on that.
    const { teach } =
      document.querySelector<HTMLElement>('main > .onward .lecture-link')?.dataset ?? {};
    setMarkup(
      this.element,
      markup`<header><h1>${LECTURE.lecture}: ${title}</h1><p role="status" data-part="told"></p><p class="lecture-actions"><button type="button" data-to="${isUnderWay ? step.id : (kept[0]?.id ?? '')}">${isUnderWay ? LECTURE.carryOn(place + 1) : LECTURE.begin}</button> <button type="button" data-does="notes">${LECTURE.notes}</button> <button type="button" data-does="anew" title="${LECTURE.anewWhy}">${LECTURE.anew}</button> <button type="button" data-does="end">${LECTURE.end}</button>${teach && markup` <a href="${readerAddress(new URL(teach, document.baseURI).href)}" target="_blank">${LECTURE.howTo}</a>`}</p>${isOld && markup`<p>${LECTURE.before}</p>`}<p class="lecture-actions">${LECTURE.cuts}: <button type="button" data-cut="">${LECTURE.whole}</button>${CUTS.map((minutes) => markup` <button type="button" data-cut="${minutes}">${LECTURE.cut(minutes)}</button>`)}</p><p class="lecture-actions">${LECTURE.print}: <button type="button" data-does="handout">${LECTURE.handout}</button> <button type="button" data-does="cards">${LECTURE.cards}</button></p></header><p class="soft">${LECTURE.leave}</p><ol>${rows}</ol><h2>${LECTURE.keys}</h2><dl>${LECTURE_KEYS.map(([key, does]) => markup`<dt>${key}</dt><dd>${does}</dd>`)}</dl><p class="soft">${LECTURE.remote} ${LECTURE.anewWhy}</p>`,
    );
    this.#say();
  }
}

const whole = (text: string | undefined): string | undefined => text;
/** What is taken away gives no answer away in a list that a class sees. */
const beginningOf = (text = ''): string | undefined =>
  /^(?:[^\s\d]+\s){1,4}/.exec(text)?.[0].trim().concat(LECTURE.more);

/** What a block is known by in a list. */
const labelOf = (block: Block | undefined): string | undefined =>
  block && block.kind !== 'text' ? block.text || undefined : undefined;
