/**
 * A goal that is worked on, carried by its experiment: how each condition stands, the controls that it permits in sight, and
 * the way back to its question. Fetched with the first goal.
 */
import { dress } from '../dress.ts';
import { made } from '../made.ts';
import css from './strip.css?inline';
import type { GoalCondition, GoalDetail } from '../../kit/contract/border.ts';
import type { Announcer } from '../announcer.ts';
import { bringInSight } from '../controls/in-sight.ts';
import { GOAL_STRIP } from '#words/widgets/page/goal/words';

dress(css);

const FIELDS = 'input, select, textarea, [tabindex="0"]';
/** One goal is worked on at a time: this leaves the one before. */
let leave: (() => void) | undefined;

/** The strip of one experiment; nothing is seen of it while no goal is worked on. */
export class GoalStrip {
  readonly #element: HTMLElement;
  readonly #announcer: Pick<Announcer, 'report'>;
  #strip: HTMLElement | undefined;
  #from = '';
  #stood = '';
  /** Controls that were brought before the others, each with the sign that keeps its place. */
  #lifted: readonly (readonly [control: HTMLElement, place: Comment])[] = [];

  constructor(element: HTMLElement, announcer: Pick<Announcer, 'report'>) {
    this.#element = element;
    this.#announcer = announcer;
    element.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest<HTMLElement>('[data-does]');
      const does = button?.dataset['does'] ?? '';
      if (does === 'reset') this.end();
      if (does === 'goal-back') this.#back();
      if (does !== 'goal-close') return;
      this.end();
      this.#part('run')?.focus();
    });
  }

  /** Takes a goal up, or shows how the one that is carried stands now; says aloud when another condition holds than before. */
  take(goal: GoalDetail): void {
    if (goal.vary) this.#begin(goal, goal.vary);
    else if (this.#strip && goal.from === this.#from) this.#show(goal);
  }

  /** Leaves the goal: the strip goes, and the controls are where they were. */
  end(): void {
    this.#strip?.remove();
    this.#strip = undefined;
    for (const [control, place] of this.#lifted) place.replaceWith(control);
    this.#lifted = [];
  }

  #part(name: string): HTMLElement | null {
    return this.#element.querySelector(`[data-part="${name}"]`);
  }

  #begin(goal: GoalDetail, vary: readonly string[]): void {
    leave?.();
    leave = () => this.end();
    this.#from = goal.from;
    this.#strip = stripOf(goal.conditions);
    this.#element.querySelector('.dock')?.prepend(this.#strip);
    this.#lift(vary);
    this.#show(goal);
    const wanted = goal.conditions.map(({ label, limit }) => `${label} ${limit}`);
    this.#announcer.report(GOAL_STRIP.begins(wanted));
    this.#goThere();
  }

  /** What may be moved stands first, in the goal's own order, also what is else under *More settings*. */
  #lift(vary: readonly string[]): void {
    const controls = vary.flatMap(
      (name) => this.#element.querySelector<HTMLElement>(`[data-param="${name}"]`) ?? [],
    );
    this.#lifted = controls.map((control) => {
      const place = document.createComment('');
      control.replaceWith(place);
      return [control, place];
    });
    this.#element.querySelector('form .controls')?.prepend(...controls);
  }

  /** The focus comes along from the question, but from nowhere else: a reader may have gone on while this code came. */
  #goThere(): void {
    const { activeElement } = document;
    const question = document.getElementById(this.#from)?.closest('[data-question]');
    if (activeElement !== document.body && !question?.contains(activeElement)) return;
    const fields = this.#lifted.flatMap(([control]) => [
      ...control.querySelectorAll<HTMLElement>(FIELDS),
    ]);
    const field = fields.find((one) => one.checkVisibility() && !one.matches(':disabled'));
    field?.focus({ preventScroll: true });
    bringInSight(this.#element);
    const control = field?.closest('[data-param]');
    const dock = this.#element.querySelector('.dock');
    if (!control || !dock) return;
    // Below the dock, which stays on screen, its place is at the lower edge.
    const isBelow = control.getBoundingClientRect().left < dock.getBoundingClientRect().right;
    control.scrollIntoView({ block: isBelow ? 'end' : 'nearest', behavior: 'instant' });
  }

  #back(): void {
    const place = document.getElementById(this.#from);
    place?.scrollIntoView({ block: 'center', behavior: 'instant' });
    place?.focus({ preventScroll: true });
  }

  #show({ conditions, note = '' }: GoalDetail): void {
    for (const { measure, now, met } of conditions) {
      const item = this.#strip?.querySelector<HTMLElement>(`[data-measure="${measure}"]`);
      if (!item?.lastElementChild) continue;
      item.dataset['met'] = String(met);
      // Where there is little room, the sign before the line stands for "met"; why there is no value is for ears and pointers.
      const end = now.search(/: |, [^,]*$|$/);
      const isWhy = now[end] === ':';
      const words = made('span', { class: isWhy ? 'goal-why' : 'goal-where' }, now.slice(end));
      item.title = isWhy ? now : '';
      item.lastElementChild.replaceChildren(now.slice(0, end), words);
    }
    const told = this.#strip?.querySelector('p');
    if (told) told.textContent = note;
    const stands = note || conditions.map(({ met }) => met).join();
    if (stands === this.#stood) return;
    this.#stood = stands;
    const known = conditions.filter(({ now }) => now !== '');
    const said = known.map(({ label, now }) => `${label} ${now}`);
    if (note || said.length > 0) this.#announcer.report(note || GOAL_STRIP.stands(said), this);
  }
}

function stripOf(conditions: readonly GoalCondition[]): HTMLElement {
  const [back, where] = GOAL_STRIP.back;
  return made(
    'div',
    {
      class: 'goal-strip',
      'data-part': 'goal-strip',
      role: 'group',
      'aria-label': GOAL_STRIP.label,
    },
    made('ul', {}, ...conditions.map(itemOf)),
    made('p'),
    made(
      'div',
      { class: 'goal-ways' },
      button('goal-back', back, made('span', { class: 'goal-where' }, where)),
      button('goal-close', GOAL_STRIP.close),
    ),
  );
}

const itemOf = ({ measure, label, limit }: GoalCondition): HTMLElement =>
  made(
    'li',
    { 'data-measure': measure, 'data-met': 'false' },
    made('span', { class: 'goal-what' }, label),
    ...[' ', made('span', {}, limit), ' ', made('b')],
  );

const button = (does: string, ...words: readonly (string | Node)[]): HTMLElement =>
  made('button', { type: 'button', 'data-does': does }, ...words);
