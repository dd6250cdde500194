/** What an experiment's element does: form -> run -> figure -> event. What it shows first, the build has drawn. */
import { Address } from './address.ts';
import { Announcer } from './announcer.ts';
import { Tools } from './tools.ts';
import { clicked, listen, listenToBackends, type Actions } from './buttons.ts';
import {
  OUTCOME,
  PROPOSE,
  type OutcomeDetail,
  type ProposeDetail,
} from '../kit/contract/events.ts';
import { FigureEdit } from './controls/edit-figure.ts';
import { FormState } from './controls/form-state.ts';
import { History } from '../kit/record/history.ts';
import type { Linked } from './link.ts';
import {
  changed,
  sameSettings,
  type AnySettings,
  type NumberParam,
  type Table,
} from '../kit/contract/params.ts';
import type { Ran } from '../kit/draw/run-markup.ts';
import { Stage } from './stage.ts';
import { Trials } from './trials.ts';
import { kindOf, measureAll, type AnyWidget } from '../kit/contract/widget.ts';
import { WORDS } from '../kit/words/words.ts';

export class Experiment {
  readonly #widget: AnyWidget;
  readonly #element: HTMLElement;
  readonly #start: AnySettings;
  #history: History<AnySettings>;
  /** What a link has locked, with the values that it gave. */
  #held: AnySettings = {};
  readonly #address: Address;
  readonly #announcer: Announcer;
  readonly #stage: Stage;
  readonly #trials: Trials;
  readonly #form: FormState;
  readonly #beside: Tools;
  readonly #edit: FigureEdit | undefined;

  constructor(widget: AnyWidget, element: HTMLElement) {
    this.#widget = widget;
    this.#element = element;
    this.#start = JSON.parse(element.dataset['start'] ?? '{}') as AnySettings;
    this.#history = new History(this.#start);
    this.#address = new Address(widget, element.id, this.#start);
    this.#stage = new Stage(widget, element, (sentence) => this.#announcer.say(sentence));
    this.#announcer = new Announcer(this.#stage.part('live'));
    this.#trials = new Trials(widget, this.#stage, this.#start, {
      onEnd: (ran, backend) => this.#onEnd(ran, backend),
      onNotice: (sentence) => this.#tell([sentence]),
      onFailure: (sentence) => this.#announcer.say(sentence),
    });
    this.#form = new FormState(this.#stage.part('form') as HTMLFormElement, this.#params, {
      onDrag: (settings, name) => this.#drag(this.#follow(settings, name)),
      onSettle: (settings, name) => this.#settle(this.#follow(settings, name)),
      onNotice: (sentences) => this.#tell(sentences),
    });
    this.#beside = new Tools(widget, {
      element,
      address: this.#address,
      stage: this.#stage,
      trials: this.#trials,
      now: () => this.#now,
      tell: (sentence) => this.#tell([sentence]),
      say: (sentence) => this.#announcer.say(sentence),
    });
    this.#edit = this.#editing();
    this.#listen();
    void this.#open();
  }

  #follow(settings: AnySettings, name: string): AnySettings {
    const next = this.#widget.follow?.(settings, name) as AnySettings | undefined;
    return { ...(next ?? settings), ...this.#held };
  }

  #editing(): FigureEdit | undefined {
    const { edit } = this.#widget;
    if (!edit) return undefined;
    return new FigureEdit(this.#widget, edit, this.#stage.part('figure'), {
      settings: () => this.#now,
      isOpen: () =>
        ![...this.#beside.limits.hide, ...this.#beside.limits.lock].includes(edit.param),
      onHold: (settings) => this.#stage.hold(settings),
      onDrag: (settings) =>
        this.#isLive && void this.#trials.run({ ...settings, ...this.#held }, 'drag'),
      onSettle: (settings) => {
        this.#stage.notice([]);
        this.#settle({ ...settings, ...this.#held });
      },
    });
  }

  /** Takes what happened while this code was on its way. */
  replay(event: Event): void {
    if (event.type === PROPOSE) this.#propose((event as CustomEvent<ProposeDetail>).detail);
    else {
      clicked(event, this.#actions);
      this.#edit?.replay(event);
    }
  }

  get #params(): Table {
    return this.#widget.params as Table;
  }

  get #now(): AnySettings {
    return this.#history.now;
  }

  /** Simulations answer at once; a model trains when asked to. */
  get #isLive(): boolean {
    return kindOf(this.#widget) === 'sim';
  }

  #same(a: AnySettings, b: AnySettings): boolean {
    return sameSettings(this.#params, a as never, b as never);
  }

  #listen(): void {
    listen(this.#element, this.#actions);
    this.#element.addEventListener(PROPOSE, (event) =>
      this.#propose((event as CustomEvent<ProposeDetail>).detail),
    );
    listenToBackends(this.#element, () => {
      this.#beside.forget();
      this.#stage.notice([]);
    });
  }

  /** What the buttons do. What was said of the settings before need not hold for those that come. */
  get #actions(): Actions {
    const beside = this.#beside;
    const actions: Actions = {
      run: () => (this.#stage.isRunning ? this.#trials.stop() : this.#run()),
      undo: () => this.#move(-1),
      redo: () => this.#move(1),
      reset: () => this.#reset(),
      seed: () => this.#settle({ ...this.#now, seed: this.#nextSeed(), ...this.#held }),
      pin: () => beside.togglePin(),
      spread: () => beside.toggleSpread(),
      link: () => beside.copyLink(),
      cite: () => beside.cite(),
      csv: () => beside.save(),
      everything: () => this.#stage.unveil(),
      preset: (id) => this.#preset(id),
      paint: (name) => this.#form.paint(name),
    };
    const quieting = Object.entries(actions).map(([name, does]): [string, Actions[string]] => [
      name,
      (of) => {
        this.#stage.notice([]);
        return does(of);
      },
    ]);
    const say = (): void => this.#announcer.again(this.#stage.sayable);
    return { ...Object.fromEntries(quieting), say };
  }

  #preset(id: string | undefined): void {
    const found = this.#widget.presets.find((one) => one.id === id);
    if (found) this.#settle({ ...this.#start, ...found.settings, ...this.#held });
  }

  #nextSeed(): number {
    const { min, max } = this.#params['seed'] as NumberParam;
    const next = Number(this.#now['seed']) + 1;
    return next > max ? min : next;
  }

  /** What an instructor has locked stays as it is, whatever is asked: undo leads back to the start, but for that. */
  #hold({ lock, settings }: Linked): void {
    const locked = lock.filter((name) => Object.hasOwn(this.#params, name));
    this.#held = Object.fromEntries(locked.map((name) => [name, settings[name] ?? '']));
    this.#history = new History({ ...this.#start, ...this.#held });
  }

  /** What the address asks for, or nothing: the build has drawn the start. */
  async #open(): Promise<void> {
    const linked = this.#address.read();
    if (!linked) {
      // A slider may have been moved before this code was here.
      const moved = this.#form.settings;
      if (!this.#same(moved, this.#start)) this.#settle(moved);
      return;
    }
    this.#form.restrict(linked.hide, linked.lock);
    this.#beside.restrict(linked);
    this.#hold(linked);
    if (linked.notices.length > 0) this.#tell(linked.notices);
    if (linked.pin) {
      await this.#trials.run(linked.pin, 'quiet');
      const { settled } = this.#trials;
      // Stopped, failed, or overtaken by the reader: then theirs is what counts.
      if (!settled || !this.#same(settled.settings, linked.pin)) return;
      this.#beside.pin(settled);
    }
    if (linked.pin || !this.#same(linked.settings, this.#start)) {
      this.#adopt(linked.settings);
      // Who was sent to another run than the start has come to see it.
      this.#stage.unveil();
      await this.#run();
    }
    if (!linked.spread) return;
    if (this.#beside.openSpread(linked.spread)) this.#stage.unveil();
    else this.#tell([WORDS.spreadClosed]);
  }

  #propose(detail: ProposeDetail): void {
    if (detail.remember) {
      if (detail.spread) this.#beside.remember(detail.spread, detail.prediction);
      return;
    }
    if (detail.reveal) this.#stage.unveil();
    const from = detail.fresh ? this.#start : this.#now;
    this.#adopt(changed(this.#params, from as never, detail.settings) as AnySettings);
    if (detail.run || this.#isLive) void this.#run();
    else this.#answer();
    if (detail.spread) this.#beside.openSpread(detail.spread, detail.prediction);
    // A run out of sight would wait there: who asks to see it is taken to it.
    if (detail.run || detail.spread) this.#stage.bringInSight();
  }

  #drag(settings: AnySettings): void {
    if (this.#isLive) void this.#trials.run(settings, 'drag');
    else this.#trials.reuse(settings, 'drag');
  }

  #settle(settings: AnySettings): void {
    this.#adopt(settings);
    this.#answer();
  }

  #move(step: -1 | 1): void {
    if (!(step < 0 ? this.#history.canUndo : this.#history.canRedo)) return;
    this.#show(this.#history.move(step));
    this.#answer();
  }

  #adopt(settings: AnySettings): void {
    if (!this.#same(settings, this.#now)) this.#history.add(settings);
    this.#show(settings);
  }

  /** Controls, buttons and address follow the settings. */
  #show(settings: AnySettings): void {
    this.#form.fill(settings);
    // Not `disabled`: a button that has just been pressed would drop the focus.
    this.#stage.part('undo').ariaDisabled = String(!this.#history.canUndo);
    this.#stage.part('redo').ariaDisabled = String(!this.#history.canRedo);
    this.#beside.writeLink();
  }

  #answer(): void {
    if (this.#isLive) void this.#run();
    else if (!this.#trials.reuse(this.#now, 'settle')) {
      // While a model trains, its end says how it stands to the settings.
      if (!this.#stage.isRunning) this.#stage.tell(WORDS.stale(WORDS.run.lab));
      this.#beside.refresh();
    }
  }

  #run(): Promise<void> {
    return this.#trials.run(this.#now, 'settle');
  }

  #onEnd(ran: Ran, backend: string | undefined): void {
    this.#stage.rows(ran.settings, ran.outcome);
    const isWhole = backend !== undefined;
    const { sayable } = this.#stage;
    // What was stopped must not sound like a result.
    this.#announcer.say(isWhole ? sayable : `${WORDS.stopped} ${sayable}`.trim());
    this.#beside.onEnd(ran);
    const { measures, why } = measureAll(this.#widget, ran.outcome);
    this.#emit<OutcomeDetail>(OUTCOME, {
      id: this.#element.id,
      run: {
        widget: this.#widget.tag,
        version: this.#widget.version,
        settings: ran.settings,
        measures,
        backend: backend ?? '',
      },
      why,
      state: isWhole ? 'done' : 'partial',
    });
    // Settings that were changed while a model trained have no answer yet.
    if (isWhole && !this.#isLive && !this.#same(ran.settings, this.#now)) this.#answer();
  }

  #emit<D>(name: string, detail: D): void {
    this.#element.dispatchEvent(new CustomEvent<D>(name, { bubbles: true, detail }));
  }

  #tell(sentences: readonly string[]): void {
    this.#stage.notice(sentences);
    if (sentences.length > 0) this.#announcer.say(sentences.join(' '));
  }

  /** Back to the start in every respect: settings, pinned run, open spread. What a link has locked stays. */
  #reset(): void {
    this.#beside.clear();
    this.#settle({ ...this.#start, ...this.#held });
  }
}
