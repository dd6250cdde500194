/** What an experiment's element does: form -> run -> figure -> event. What it shows first, the build has drawn. */
import { Address } from './address.ts';
import { Announcer } from './announcer.ts';
import { backendMenu } from './back-end-menu.ts';
import { OUTCOME, PROPOSE, SPREAD, type OutcomeDetail, type ProposeDetail } from './events.ts';
import { FigureEdit } from './edit-figure.ts';
import { FormState } from './form-state.ts';
import { copyCitation, copyLink, offerTable, saveTable, type State } from './hand-out.ts';
import { History } from './history.ts';
import type { Linked } from './link.ts';
import { changed, sameSettings, type AnySettings, type NumberParam, type Table } from './params.ts';
import type { Ran } from './pieces.ts';
import { Pin } from './pin.ts';
import { SpreadPanel } from './spread-panel.ts';
import { presentLine, type SpreadAsk, type SpreadView } from './spread.ts';
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
  readonly #pin: Pin;
  readonly #edit: FigureEdit | undefined;
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
      onDrag: (settings, name) => this.#drag(this.#follow(settings, name)),
      onSettle: (settings, name) => this.#settle(this.#follow(settings, name)),
      onNotice: (sentences) => this.#tell(sentences),
    });
    this.#pin = new Pin(widget, this.#stage.part('pin'), this.#stage.part('compare'));
    this.#spread = new SpreadPanel(widget, this.#stage.part('spread'), {
      settings: () => this.#now,
      pinned: () => this.#pin.ran?.settings,
      inSight: (signal) => this.#stage.seen(signal),
      onSay: (sentence) => this.#announcer.say(sentence),
      onSpread: (view, sentence) => this.#onSpread(view, sentence),
      onFailure: (error) => this.#trials.fail(error),
      onNotice: (sentence) => this.#tell([sentence]),
      onView: () => this.#writeLink(),
    });
    offerTable(this.#stage.part('data'));
    this.#edit = this.#editing();
    this.#listen();
    void this.#open();
  }

  #follow(settings: AnySettings, name: string): AnySettings {
    return (this.#widget.follow?.(settings, name) as AnySettings | undefined) ?? settings;
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
    const menu = element.querySelector<HTMLSelectElement>('[name="backend"]');
    if (!menu) return;
    const { tell } = backendMenu(menu, () => {
      this.#spread.forget();
      this.#stage.notice([]);
    });
    menu.closest('details')?.addEventListener('toggle', tell);
    element.addEventListener(OUTCOME, tell);
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
      reset: () => this.#reset(),
      seed: () => this.#settle({ ...this.#now, seed: this.#nextSeed() }),
      pin: () =>
        this.#pin.ran ? this.#pinned(undefined) : this.#whole().then((ran) => this.#pinned(ran)),
      spread: () => (this.#spread.isOpen ? this.#closeSpread() : this.#openSpread()),
      link: async () => this.#tell([await copyLink(this.#address, this.#state)]),
      cite: () => this.#cite(),
      csv: () => this.#save(),
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
    if (!this.#spread.restrict([...linked.hide, ...linked.lock])) {
      this.#stage.part('spread-button').hidden = true;
    }
    if (linked.notices.length > 0) this.#tell(linked.notices);
    if (linked.pin) {
      await this.#trials.run(linked.pin, 'quiet');
      this.#pinned(this.#trials.settled);
    }
    if (linked.pin || !this.#same(linked.settings, this.#start)) {
      this.#history.add(linked.settings);
      this.#show(linked.settings);
      // Who was sent to another run than the start has come to see it.
      this.#stage.unveil();
      await this.#run();
    }
    if (!linked.spread) return;
    this.#stage.unveil();
    if (!this.#openSpread(linked.spread)) this.#tell([WORDS.spreadClosed]);
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
    else this.#answer();
    if (detail.spread) this.#openSpread(detail.spread, detail.prediction);
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
    else if (!this.#trials.reuse(this.#now, 'settle')) {
      const stale = !settled || !this.#same(settled.settings, this.#now);
      this.#stage.status(stale ? WORDS.stale(WORDS.run.lab) : '');
      this.#spread.refresh();
    }
  }

  #run(): Promise<void> {
    return this.#trials.run(this.#now, 'settle');
  }

  #onEnd(ran: Ran, backend: string | undefined): void {
    this.#stage.rows(ran.settings, ran.outcome);
    this.#pin.compare(ran);
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

  /** Back to the start in every respect: settings, pinned run, open spread. What a link has locked stays. */
  #reset(): void {
    this.#pin.set(undefined);
    this.#closeSpread();
    this.#settle({ ...this.#start, ...this.#locked() });
  }

  /** The last whole run. Before the first, what stands on the page is the start: it is run, quietly. */
  async #whole(): Promise<Ran | undefined> {
    if (!this.#trials.settled) await this.#trials.run(this.#now, 'quiet');
    return this.#trials.settled;
  }

  #pinned(ran: Ran | undefined): void {
    this.#pin.set(ran);
    this.#pin.compare(this.#trials.settled);
    this.#spread.refresh();
    this.#writeLink();
  }

  async #cite(): Promise<void> {
    const ran = await this.#whole();
    if (!ran) return;
    const title = this.#element.querySelector('h3')?.textContent ?? this.#widget.title;
    const { trainedOn } = this.#trials;
    const from = { address: this.#address, title, trainedOn };
    this.#tell([await copyCitation(this.#widget, ran, from)]);
  }

  async #save(): Promise<void> {
    const ran = await this.#whole();
    if (ran) this.#tell([saveTable(this.#widget, ran, this.#element.id)]);
  }

  #openSpread(asked?: SpreadAsk, prediction?: ProposeDetail['prediction']): boolean {
    const isOpen = this.#spread.open(asked, prediction);
    if (isOpen) this.#spreadIs(true);
    return isOpen;
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
      points: (presentLine(view)?.points ?? []).map(({ x, measures }) => ({
        x,
        y: measures[view.measure] ?? null,
      })),
    });
  }

  get #state(): State {
    return {
      settings: this.#now,
      ...this.#limits,
      ...(this.#pin.ran && { pin: this.#pin.ran.settings }),
      ...(this.#spread.isOpen && { spread: this.#spread.asked }),
    };
  }

  #writeLink(): void {
    this.#address.write(this.#state);
  }
}
