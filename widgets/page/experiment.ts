/** What an experiment's element is asked to do: by its buttons, by the address, by questions. */
import { clicked, listen, listenToBackends, type Actions } from './buttons.ts';
import type { ReadLink } from './address.ts';
import { keepInSight } from './controls/dock.ts';
import { Flow } from './flow.ts';
import type { GoalStrip } from './goal/strip.ts';
import { LatePart } from './late-part.ts';
import type { Linked } from './link.ts';
import { PROPOSE, type ProposeDetail } from '../kit/contract/border.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';
import { runOnPage } from '../run/page/runners.ts';
import { WORDS } from '#words/widgets/kit/words/words';

/** What a touch has woken. */
interface Awake {
  /** Takes what happened while its code was on its way. */
  replay(event: Event): void;
}

/** Wakes the element of a widget: an experiment, or what sets one in the text: a number, a button, what times the device. */
export function wake(widget: AnyWidget, element: HTMLElement): Awake | Promise<Awake> {
  const { drags, setsUp } = element.dataset;
  if (drags !== undefined) {
    return import('./in-text/dragged.ts').then((code) => new code.DraggedNumber(widget, element));
  }
  if (setsUp !== undefined)
    // What runs goes with it: a part that is fetched later and shared it would split it off.
    return import('./in-text/set-up.ts').then((code) => code.setsUp(element, runOnPage));
  // They follow it from now on.
  for (const number of document.querySelectorAll(`[data-drags="${element.id}"]`)) {
    number.dispatchEvent(new Event(PROPOSE));
  }
  if (!location.search.includes(`${element.id}.`)) return new Experiment(widget, element);
  return import('./read-link.ts').then((code) => new Experiment(widget, element, code.readLink));
}

class Experiment implements Awake {
  readonly #flow: Flow;
  /** What the run button said when it was pressed: to leave a field may have begun a run before it is let go. */
  #saidRun = false;
  readonly #goal: LatePart<GoalStrip>;

  constructor(widget: AnyWidget, element: HTMLElement, readLink?: ReadLink) {
    const flow = new Flow(widget, element);
    this.#flow = flow;
    this.#goal = new LatePart(
      () => import('./goal/strip.ts').then((code) => new code.GoalStrip(element, flow.announcer)),
      (sentence) => flow.tell(sentence),
    );
    listen(element, this.#actions);
    element.addEventListener(PROPOSE, (event) => this.#propose(event));
    const onChoice = (): void => {
      flow.tools.forget();
      flow.stage.notice([]);
    };
    listenToBackends(element, onChoice, (sentence) => flow.tell(sentence));
    flow.stage.part('run').addEventListener('pointerdown', () => {
      this.#saidRun = !flow.stage.isRunning;
    });
    keepInSight(element);
    void this.#open(readLink);
  }

  replay(event: Event): void {
    if (event.type === PROPOSE) this.#propose(event);
    else {
      clicked(event, { ...this.#actions, run: () => this.#runOnce() });
      this.#flow.edit?.replay(event);
    }
  }

  /** Who pressed the button when it said "run" meant no stop, though a question has had something run meanwhile. */
  #runOnce(): void {
    if (!this.#flow.stage.isRunning) void this.#flow.run();
  }

  #runOrStop(): unknown {
    const { stage, trials } = this.#flow;
    const saidRun = this.#saidRun;
    this.#saidRun = false;
    if (!stage.isRunning) return this.#flow.run();
    return saidRun || trials.stop();
  }

  /** What the buttons do. What was said of the settings before need not hold for those that come. */
  get #actions(): Actions {
    const flow = this.#flow;
    const { announcer, settings, stage, tools } = flow;
    const actions: Actions = {
      run: () => this.#runOrStop(),
      undo: () => flow.move(-1),
      redo: () => flow.move(1),
      reset: () => flow.reset(),
      seed: () => flow.nextSeed(),
      pin: () => tools.togglePin(),
      // In a task of its own: what a press has changed is laid out before the press is over.
      spread: () => setTimeout(() => tools.toggleSpread()),
      link: () => tools.copyLink(),
      cite: () => tools.cite(),
      'copy-python': () => tools.copyPython(),
      csv: () => tools.save(),
      everything: () => {
        stage.unveil();
        stage.openSteps();
      },
      preset: (id) => flow.settle(settings.preset(id)),
      action: (id) => flow.views.act('press', id),
      select: (key) => flow.views.act('select', key),
      ...Object.fromEntries(
        ['play', 'pause', 'step', 'speed'].map((does) => [
          does,
          (of?: string) => flow.views.play(does, of),
        ]),
      ),
    };
    const quieting = Object.entries(actions).map(([name, does]): [string, Actions[string]] => [
      name,
      (of) => {
        stage.notice(flow.form.unread);
        return does(of);
      },
    ]);
    const say = (): void =>
      announcer.again(stage.sayable, stage.isRunning ? stage.underWay : undefined);
    return { ...Object.fromEntries(quieting), say };
  }

  /** A slider may have been moved before this code was here. */
  #takeMoved(): void {
    const { form, settings } = this.#flow;
    const { now } = settings;
    const moved = form.settings;
    const name = Object.keys(now).find((one) => moved[one] !== now[one]);
    if (name === undefined) return;
    this.#flow.settle(settings.followed(moved, name));
    const taken = settings.now;
    // By a finger that goes on to scroll the page, and gives the slider back.
    const giveBack = (): void => {
      const isBack = form.settings[name] === now[name];
      if (isBack && settings.now === taken) this.#flow.settle(now);
    };
    addEventListener('pointercancel', giveBack, { once: true });
  }

  /** What the address asks for, or nothing: the build has drawn the start. */
  async #open(readLink?: ReadLink): Promise<void> {
    const flow = this.#flow;
    const linked = readLink && flow.address.read(readLink);
    if (!linked) return this.#takeMoved();
    // Who was sent here sees all that the sender saw.
    flow.stage.openSteps();
    if (linked.spread) flow.tools.fetchSpread();
    flow.restrict(linked);
    const notices = linked.older ? [linked.older, ...linked.notices] : linked.notices;
    if (notices.length > 0) flow.tell(...notices);
    if (await this.#openRuns(linked)) {
      void this.#openSpread(linked);
      const { moment } = linked;
      if (moment !== undefined) flow.views.open(moment);
    }
    flow.address.opened();
  }

  /** The pinned run and the present one of a link; false when the reader has overtaken it. */
  async #openRuns({ pin, settings, moment }: Linked): Promise<boolean> {
    const flow = this.#flow;
    if (pin) {
      await flow.trials.run(pin, 'quiet');
      const { settled } = flow.trials;
      // Stopped, failed, or overtaken by the reader: then theirs is what counts.
      if (!settled || !flow.settings.same(settled.settings, pin)) return false;
      flow.tools.pin(settled);
    }
    // What a run has shown on its way, only a run can tell.
    const isAsked = moment !== undefined && flow.views.hasStages;
    if (pin || isAsked || !flow.settings.isBuilt(settings)) {
      flow.adopt(settings);
      // Who was sent to another run than the start has come to see it.
      flow.stage.unveil();
      await flow.run('address');
    }
    return true;
  }

  async #openSpread({ spread }: Linked): Promise<void> {
    if (!spread) return;
    if (await this.#flow.tools.openSpread(spread)) this.#flow.stage.unveil();
    else this.#flow.tell(WORDS.spreadClosed);
  }

  /** What a question proposes. */
  #propose(event: Event): void {
    const { detail } = event as CustomEvent<ProposeDetail>;
    const flow = this.#flow;
    const { goal } = detail;
    if (goal) void this.#goal.use((strip) => strip.take(goal));
    // Whatever tells how far the goal is, and gives no prediction away.
    if (goal?.vary) flow.stage.openSteps('.step:not([data-after] *)');
    if (detail.remember) {
      if (detail.spread) flow.tools.remember(detail.spread, detail.prediction);
      return;
    }
    // What sets the experiment up anew begins something else than the goal that is worked on.
    if (detail.fresh) void this.#goal.tell((strip) => strip.end());
    if (detail.reveal) flow.stage.unveil();
    if (detail.isOff?.()) return;
    flow.isAnswer = detail.reveal;
    const isSetUp = !!detail.fresh && !detail.reveal;
    if (detail.notices?.length) flow.tell(...detail.notices);
    const asked = flow.settings.proposed(detail.settings, detail.fresh, isSetUp);
    // Who only lifts the veil has run nothing, and nothing is told of it.
    if (!detail.run && !detail.spread && flow.settings.isNow(asked)) return;
    // What is set up anew in the text may be another scenario than the run before.
    flow.trials.isAside = isSetUp || detail.spread !== undefined;
    flow.adopt(asked);
    if (detail.run) void flow.run('question');
    else flow.answer('question');
    if (detail.spread) void flow.tools.openSpread(detail.spread, detail.prediction, true);
  }
}
