/** How settings become what a reader sees: form -> run -> figure -> event. */
import { Address } from './address.ts';
import { Announcer } from './announcer.ts';
import { FormState } from './controls/form-state.ts';
import { LateEdit } from './controls/late-edit.ts';
import type { Instance } from './instance.ts';
import type { Linked } from './link.ts';
import { Latest } from './latest.ts';
import { Stage, type Drawn } from './stage.ts';
import { Tools } from './tools.ts';
import { Trials } from './trials.ts';
import { Views } from './views.ts';
import {
  type ExperimentAttributes,
  OUTCOME,
  type OutcomeDetail,
  type RunBy,
} from '../kit/contract/border.ts';
import { ownUnit } from '../kit/contract/own-unit.ts';
import type { AnySettings, Table } from '../kit/contract/params.ts';
import { withUnit } from '../kit/draw/format.ts';
import { chosen } from '../kit/draw/run-markup.ts';
import type { OpenAction } from '../kit/views/actions.ts';
import { answersAtOnce, type AnyWidget } from '../kit/contract/widget.ts';
import { recordOf, type RunResult } from '../kit/record/run-record.ts';
import type { RunsAtHand } from '../kit/record/runs-at-hand.ts';
import { SettingsState } from '../kit/record/settings-state.ts';
import { WORDS } from '#words/widgets/kit/words/words';

export class Flow implements Instance {
  readonly widget: AnyWidget;
  readonly element: HTMLElement;
  readonly settings: SettingsState;
  readonly address: Address;
  readonly announcer: Announcer;
  readonly stage: Stage;
  readonly trials: Trials;
  readonly form: FormState;
  readonly tools: Tools;
  readonly edit: LateEdit | undefined;
  readonly views: Views;
  pinned: RunResult | undefined;
  moment: number | undefined;
  limits: Instance['limits'] = { hide: [], lock: [] };
  /** What a question runs, it answers in its own words. */
  isAnswer: boolean | undefined;
  readonly #dragged = new Latest<AnySettings>((settings) => this.#answerDrag(settings));
  /** Who lets go or presses a button has controls that follow at once, and the answer in the next task. */
  readonly #answers = new Latest<RunBy>((by) => this.#answer(by));

  constructor(widget: AnyWidget, element: HTMLElement) {
    this.widget = widget;
    this.element = element;
    const start = JSON.parse(
      (element.dataset as ExperimentAttributes).start ?? '{}',
    ) as AnySettings;
    this.settings = new SettingsState(widget, start);
    this.address = new Address(widget, element.id, start);
    this.stage = new Stage(widget, element, (sentence) => this.announcer.say(sentence));
    this.announcer = new Announcer(this.stage.part('live'));
    this.trials = new Trials(this);
    this.form = new FormState(this);
    this.tools = new Tools(this, this.address, (run) => this.trials.trainedOn(run));
    this.edit = widget.edit && new LateEdit(this);
    this.views = new Views(this);
  }

  get known(): RunsAtHand {
    return this.trials.known;
  }
  get settled(): RunResult | undefined {
    return this.trials.settled;
  }

  whole(): Promise<RunResult | undefined> {
    return this.trials.whole();
  }

  fail(error: unknown): void {
    this.trials.fail(error);
  }

  draw(run: Drawn, moment?: number): void {
    this.stage.draw(run, moment);
    this.views.drawn(run, moment);
  }

  shown(run: Drawn, share?: number): void {
    this.views.shown(run, share);
  }

  linked(): void {
    this.tools.writeLink();
  }

  drag(name: string, value: number | string, isShown = false): void {
    const { now } = this.settings;
    const asked = { ...now, [name]: value };
    // A finger that goes on to scroll gives the slider back, and what has followed it too.
    const moved = value === now[name] ? now : this.settings.followed(asked, name);
    // The controls of what follows say it while the hand is still at the other.
    if (!isShown || !this.settings.same(moved, asked)) this.form.fill(moved);
    this.#dragged.put(moved);
  }

  /** What a link hides and locks. */
  restrict(linked: Linked): void {
    this.form.restrict(linked.hide, linked.lock);
    this.tools.restrict(linked);
    this.settings.lock(linked.lock, linked.settings);
    this.limits = { hide: linked.hide, lock: linked.lock };
    this.moment = linked.moment;
  }

  /** Settings under a hand that has not let go: they are drawn, and count for nothing. */
  #answerDrag(settings: AnySettings): void {
    if (answersAtOnce(this.widget)) void this.trials.run(settings, 'drag');
    else this.trials.reuse(settings, 'drag');
  }

  /** Settings that the reader has let go at: they are taken and answered. */
  settle(settings: AnySettings, changed?: string): void {
    this.#dragged.drop();
    this.adopt(changed === undefined ? settings : this.settings.followed(settings, changed));
    this.answer();
  }

  /** Takes what an action changes and says it; resolves when it has been answered. */
  async act({ label, says = label, next, isFinal }: Omit<OpenAction, 'id'>): Promise<void> {
    this.#dragged.drop();
    const asked = this.settings.proposed(next);
    if (this.settings.isNow(asked)) {
      const isMoved = Object.entries(next).some(([name, value]) => asked[name] !== value);
      if (isMoved) this.tell(`${label}: ${WORDS.locked}.`);
      return;
    }
    this.settings.take(asked);
    if (isFinal) this.settings.seal();
    this.#show();
    this.announcer.report(says);
    if (answersAtOnce(this.widget)) await this.run();
    else this.answer();
  }

  /** One step back (-1) or forward (1). */
  move(step: -1 | 1): void {
    if (step < 0 && this.settings.isSealed) this.views.sealed();
    const from = this.settings.now;
    if (!this.settings.move(step)) return;
    this.#show();
    const back = this.#inWords(from, this.settings.now);
    this.announcer.report(step < 0 ? WORDS.undone(back) : WORDS.redone(back));
    this.answer();
  }

  /** Moves on to the next seed. */
  nextSeed(): void {
    const next = this.settings.nextSeed();
    this.announcer.report(this.#inWords(this.settings.now, next));
    this.settle(next);
  }

  /** What is set otherwise than before. */
  #inWords(from: AnySettings, to: AnySettings): string {
    const moved = Object.entries(this.widget.params as Table).filter(
      ([name]) => from[name] !== to[name],
    );
    return moved
      .map(([name, param]) => {
        const unit = param.kind === 'number' ? ownUnit(param) : undefined;
        return `${param.label} ${withUnit(chosen(param, to[name]), unit)}`;
      })
      .join(', ');
  }

  /** Takes settings without answering them. */
  adopt(settings: AnySettings): void {
    this.settings.take(settings);
    this.#show();
  }

  /** Controls, buttons and address follow the settings. */
  #show(): void {
    this.form.fill(this.settings.now);
    // Not `disabled`: a button that has just been pressed would drop the focus.
    this.stage.part('undo').ariaDisabled = String(!this.settings.canUndo);
    this.stage.part('redo').ariaDisabled = String(!this.settings.canRedo);
    this.tools.writeLink();
    this.views.moved();
  }

  /** Answers the settings as far as nobody need ask for it: by a run that is quick, or from the runs at hand. */
  answer(by: RunBy = 'reader'): void {
    this.#answers.put(by);
  }

  #answer(by: RunBy): void {
    if (answersAtOnce(this.widget)) void this.run(by);
    else if (!this.trials.reuse(this.settings.now, by)) {
      // While a model trains, its end says how it stands to the settings.
      if (!this.stage.isRunning) this.stage.tell(WORDS.stale(this.stage.runWord));
      this.tools.refresh();
    }
  }

  run(by: RunBy = 'reader'): Promise<void> {
    this.#answers.drop();
    return this.trials.run(this.settings.now, by);
  }

  ended(run: RunResult, state: OutcomeDetail['state'], by: RunBy): void {
    this.stage.rows(run.settings, run.outcome, state === 'done');
    const { sayable } = this.stage;
    // What was stopped must not sound like a result.
    const result = state === 'done' ? sayable : `${WORDS.stopped} ${sayable}`.trim();
    this.announcer.result(result, by === 'question' && this.isAnswer);
    this.tools.onEnd(run);
    const detail: OutcomeDetail = {
      id: this.element.id,
      run: recordOf(run),
      why: run.why,
      state,
      by,
    };
    this.element.dispatchEvent(new CustomEvent(OUTCOME, { bubbles: true, detail }));
    // Settings that were changed while a model trained have no answer yet.
    const wasLong = state === 'done' && !answersAtOnce(this.widget);
    if (wasLong && !this.settings.isNow(run.settings)) this.answer();
  }

  /** Shows sentences that the reader should know, and says them. */
  tell(...sentences: readonly string[]): void {
    this.stage.notice(sentences);
    if (sentences.length > 0) this.announcer.report(sentences.join(' '));
  }

  /** Back to the start in every respect: settings, pinned run, open spread. What a link has locked stays. */
  reset(): void {
    const { now, start } = this.settings;
    this.address.leave();
    this.tools.clear();
    this.announcer.report(WORDS.wasReset(this.#inWords(now, start)));
    this.settle(start);
  }
}
