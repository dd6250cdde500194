/** What an experiment's element does: form -> run -> figure -> event. What it shows first, the build has drawn. */
import { Address } from './address.ts';
import { Announcer } from './announcer.ts';
import { OUTCOME, PROPOSE, SPREAD, type OutcomeDetail, type ProposeDetail } from './events.ts';
import { FigureEdit } from './edit-figure.ts';
import { FormState } from './form-state.ts';
import { History } from './history.ts';
import type { Linked } from './link.ts';
import { changed, sameSettings, type AnySettings, type NumberParam, type Table } from './params.ts';
import { comparison, type Ran } from './pieces.ts';
import { setMarkup } from './render.ts';
import { chooseBackend, chosenBackend } from './runners.ts';
import { SpreadPanel } from './spread-panel.ts';
import type { SpreadView } from './spread.ts';
import { Stage } from './stage.ts';
import { Trials } from './trials.ts';
import { kindOf, measureAll, type AnyWidget } from './widget.ts';
import { WORDS } from './words.ts';

export class Experiment {
  readonly #widget: AnyWidget;
  readonly #element: HTMLElement;
  readonly #start: AnySettings;
  readonly #history: History<AnySettings>;
  readonly #address: Address;
  readonly #announcer: Announcer;
  readonly #stage: Stage;
  readonly #trials: Trials;
  readonly #form: FormState;
  readonly #spread: SpreadPanel;
  readonly #edit: FigureEdit | undefined;
  #pinned: Ran | undefined;
  #limits: Pick<Linked, 'hide' | 'lock'> = { hide: [], lock: [] };

  constructor(widget: AnyWidget, element: HTMLElement) {
    this.#widget = widget;
    this.#element = element;
    this.#start = JSON.parse(element.dataset['start'] ?? '{}') as AnySettings;
    this.#history = new History(this.#start);
    this.#address = new Address(widget, element.id, this.#start);
    this.#stage = new Stage(widget, element);
    this.#announcer = new Announcer(this.#stage.part('live'));
    this.#trials = new Trials(widget, this.#stage, this.#start, {
      onEnd: (ran, backend) => this.#onEnd(ran, backend),
      onNotice: (sentence) => this.#tell([sentence]),
      onFailure: (sentence) => this.#announcer.say(sentence),
    });
    this.#form = new FormState(this.#stage.part('form') as HTMLFormElement, this.#params, {
      onDrag: (settings) => this.#isLive && void this.#trials.run(settings, 'drag'),
      onSettle: (settings, name) => this.#settle(this.#follow(settings, name)),
      onNotice: (sentences) => this.#tell(sentences),
    });
    this.#spread = new SpreadPanel(widget, this.#stage.part('spread'), {
      settings: () => this.#now,
      onSpread: (view, sentence) => this.#onSpread(view, sentence),
      onFailure: (error) => this.#trials.fail(error),
      onNotice: (sentence) => this.#tell([sentence]),
      onView: () => this.#writeLink(),
    });
    this.#edit = this.#editing();
    this.#listen();
    void this.#open();
  }

  #follow(settings: AnySettings, name: string): AnySettings {
    const next = this.#widget.follow?.(settings, name) as AnySettings | undefined;
    return next ? { ...next, ...this.#locked() } : settings;
  }

  #editing(): FigureEdit | undefined {
    const { edit } = this.#widget;
    if (!edit) return undefined;
    return new FigureEdit(this.#widget, edit, this.#stage.part('figure'), {
      settings: () => this.#now,
      isOpen: () => ![...this.#limits.hide, ...this.#limits.lock].includes(edit.param),
      onHold: (settings) => this.#stage.hold(settings),
      onDrag: (settings) => this.#isLive && void this.#trials.run(settings, 'drag'),
      onSettle: (settings) => {
        this.#stage.notice([]);
        this.#settle({ ...settings, ...this.#locked() });
      },
    });
  }

  /** Takes what happened while this code was on its way. */
  replay(event: Event): void {
    if (event.type === PROPOSE) this.#propose((event as CustomEvent<ProposeDetail>).detail);
    else {
      this.#click(event);
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
    const element = this.#element;
    element.addEventListener('click', (event) => this.#click(event));
    element.addEventListener('keydown', (event) => this.#key(event));
    element.addEventListener(PROPOSE, (event) =>
      this.#propose((event as CustomEvent<ProposeDetail>).detail),
    );
    const backend = element.querySelector<HTMLSelectElement>('[name="backend"]');
    if (!backend) return;
    backend.value = chosenBackend() ?? '';
    backend.addEventListener('change', (event) => {
      event.stopPropagation();
      chooseBackend(backend.value || undefined);
      this.#stage.notice([]);
    });
  }

  #click(event: Event): void {
    if (event.type !== 'click') return;
    const button = (event.target as Element).closest<HTMLElement>('[data-does]');
    if (button) this.#does(button.dataset['does'] ?? '', button.dataset['preset']);
  }

  #key(event: KeyboardEvent): void {
    const typing = (event.target as Element).matches('input:not([type="range"])');
    const undoing = (event.ctrlKey || event.metaKey) && event.code === 'KeyZ' && !typing;
    const repeating = event.altKey && event.code === 'KeyR';
    if (!undoing && !repeating) return;
    event.preventDefault();
    this.#does(repeating ? 'say' : event.shiftKey ? 'redo' : 'undo');
  }

  #does(what: string, preset?: string): void {
    const deeds: Record<string, () => unknown> = {
      run: () => (this.#stage.isRunning ? this.#trials.stop() : this.#run()),
      undo: () => this.#move(-1),
      redo: () => this.#move(1),
      reset: () => this.#settle({ ...this.#start, ...this.#locked() }),
      seed: () => this.#settle({ ...this.#now, seed: this.#nextSeed() }),
      pin: () => this.#pin(),
      spread: () => (this.#spread.isOpen ? this.#closeSpread() : this.#openSpread()),
      link: () => this.#copyLink(),
      say: () => this.#announcer.again(this.#stage.sayable),
      everything: () => this.#stage.unveil(),
      preset: () => {
        const found = this.#widget.presets.find((one) => one.id === preset);
        if (found) this.#settle({ ...this.#start, ...found.settings, ...this.#locked() });
      },
    };
    // What was said of the settings before need not hold for those that come.
    if (what !== 'say') this.#stage.notice([]);
    void deeds[what]?.();
  }

  #nextSeed(): number {
    const { min, max } = this.#params['seed'] as NumberParam;
    const next = Number(this.#now['seed']) + 1;
    return next > max ? min : next;
  }

  /** What an instructor has locked stays as it is, whatever is asked. */
  #locked(): AnySettings {
    return Object.fromEntries(this.#limits.lock.map((name) => [name, this.#now[name] ?? '']));
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
    this.#limits = linked;
    this.#form.restrict(linked.hide, linked.lock);
    if (linked.pin) {
      await this.#trials.run(linked.pin, 'quiet');
      this.#pin();
    }
    if (linked.pin || !this.#same(linked.settings, this.#start)) {
      this.#history.add(linked.settings);
      this.#show(linked.settings);
      // Who was sent to another run than the start has come to see it.
      this.#stage.unveil();
      await this.#run();
    }
    if (linked.spread) {
      this.#stage.unveil();
      this.#openSpread(linked.spread);
    }
    if (linked.notices.length > 0) this.#tell(linked.notices);
  }

  #propose(detail: ProposeDetail): void {
    if (detail.remember) {
      if (detail.spread) this.#spread.remember(detail.spread, detail.prediction ?? []);
      return;
    }
    if (detail.reveal) this.#stage.unveil();
    const from = detail.fresh ? this.#start : this.#now;
    this.#adopt(changed(this.#params, from as never, detail.settings) as AnySettings);
    if (detail.run || this.#isLive) void this.#run();
    if (detail.spread) this.#openSpread(detail.spread, detail.prediction);
    // A run out of sight would wait there: who asks to see it is taken to it.
    if (detail.run || detail.spread) this.#stage.bringInSight();
  }

  #settle(settings: AnySettings): void {
    this.#adopt(settings);
    this.#answer();
  }

  #move(step: -1 | 1): void {
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
    (this.#stage.part('undo') as HTMLButtonElement).disabled = !this.#history.canUndo;
    (this.#stage.part('redo') as HTMLButtonElement).disabled = !this.#history.canRedo;
    this.#writeLink();
  }

  #answer(): void {
    const { settled } = this.#trials;
    if (this.#isLive) void this.#run();
    else {
      const stale = !settled || !this.#same(settled.settings, this.#now);
      this.#stage.status(stale ? WORDS.stale(WORDS.run.lab) : '');
    }
  }

  #run(): Promise<void> {
    return this.#trials.run(this.#now, 'settle');
  }

  #onEnd(ran: Ran, backend: string | undefined): void {
    this.#stage.rows(ran.settings, ran.outcome);
    this.#compare();
    this.#announcer.say(this.#stage.sayable);
    this.#spread.refresh();
    this.#emit<OutcomeDetail>(OUTCOME, {
      id: this.#element.id,
      tag: this.#widget.tag,
      version: this.#widget.version,
      settings: ran.settings,
      ...measureAll(this.#widget, ran.outcome),
      state: backend === undefined ? 'partial' : 'done',
      backend: backend ?? '',
    });
  }

  #emit<D>(name: string, detail: D): void {
    this.#element.dispatchEvent(new CustomEvent<D>(name, { bubbles: true, detail }));
  }

  #tell(sentences: readonly string[]): void {
    this.#stage.notice(sentences);
    if (sentences.length > 0) this.#announcer.say(sentences.join(' '));
  }

  #pin(): void {
    const { settled } = this.#trials;
    // Nothing has run yet: what stands on the page is the start, so that is what is pinned.
    if (!settled) {
      void this.#trials.run(this.#now, 'quiet').then(() => this.#trials.settled && this.#pin());
      return;
    }
    this.#pinned = this.#pinned ? undefined : settled;
    this.#stage.part('pin').setAttribute('aria-pressed', String(this.#pinned !== undefined));
    this.#spread.pin(this.#pinned !== undefined);
    this.#compare();
    this.#writeLink();
  }

  #compare(): void {
    const place = this.#stage.part('compare');
    const { settled } = this.#trials;
    place.hidden = !this.#pinned;
    if (this.#pinned && settled) {
      setMarkup(place, comparison(this.#widget, this.#pinned, settled));
    }
  }

  #openSpread(asked?: Linked['spread'], prediction?: ProposeDetail['prediction']): void {
    this.#spread.open(asked, prediction);
    this.#spreadIs(true);
  }

  #closeSpread(): void {
    this.#spread.close();
    this.#spreadIs(false);
  }

  #spreadIs(open: boolean): void {
    this.#stage.part('spread-button').setAttribute('aria-expanded', String(open));
    this.#writeLink();
  }

  #onSpread(view: SpreadView, sentence: string): void {
    this.#announcer.say(sentence);
    this.#emit(SPREAD, {
      id: this.#element.id,
      param: view.param,
      measure: view.measure,
      settings: view.settings,
      points: view.points.map(({ x, measures }) => ({ x, y: measures[view.measure] ?? null })),
    });
  }

  #writeLink(): void {
    this.#address.write({
      settings: this.#now,
      ...this.#limits,
      ...(this.#pinned && { pin: this.#pinned.settings }),
      ...(this.#spread.isOpen && { spread: this.#spread.asked }),
    });
  }

  async #copyLink(): Promise<void> {
    this.#tell([(await this.#address.copy()) ? WORDS.linkCopied : WORDS.linkShown]);
  }
}
