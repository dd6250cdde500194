/** What an experiment's element does: form -> run -> figure -> event. What it shows first, the build has drawn. */
import { Announcer } from './announcer.ts';
import { OUTCOME, PROPOSE, SPREAD, type OutcomeDetail, type ProposeDetail } from './events.ts';
import { FormState } from './form-state.ts';
import { History } from './history.ts';
import { readLink, writeLink, type Linked } from './link.ts';
import { unpack } from './pack.ts';
import { changed, sameSettings, type AnySettings, type NumberParam, type Table } from './params.ts';
import { comparison, type Ran } from './pieces.ts';
import { setMarkup } from './render.ts';
import { backendInUse, chooseBackend, RunFailed, runOnPage } from './runners.ts';
import { SpreadPanel } from './spread-panel.ts';
import type { SpreadView } from './spread.ts';
import { Stage } from './stage.ts';
import { measureAll, type AnyWidget } from './widget.ts';
import { WORDS } from './words.ts';

/** `drag` only draws; `settle` is a run that questions and the text may cite; `quiet` is one for the kit's own use. */
type How = 'drag' | 'settle' | 'quiet';

export class Experiment {
  readonly #widget: AnyWidget;
  readonly #element: HTMLElement;
  readonly #start: AnySettings;
  readonly #history: History<AnySettings>;
  readonly #stage: Stage;
  readonly #form: FormState;
  readonly #spread: SpreadPanel;
  readonly #announcer: Announcer;
  #abort: AbortController | undefined;
  /** The last run that the reader settled on: what the next one is compared with. */
  #settled: Ran | undefined;
  #pinned: Ran | undefined;
  #limits: Pick<Linked, 'hide' | 'lock'> = { hide: [], lock: [] };

  constructor(widget: AnyWidget, element: HTMLElement) {
    this.#widget = widget;
    this.#element = element;
    this.#start = JSON.parse(element.dataset['start'] ?? '{}') as AnySettings;
    this.#history = new History(this.#start);
    this.#stage = new Stage(widget, element);
    const built = this.#stage.part('outcome') as HTMLElement | null;
    if (built) this.#settled = this.#ran(this.#start, unpack(built.textContent ?? ''));
    this.#announcer = new Announcer(this.#stage.part('live'));
    this.#form = new FormState(this.#stage.part('form') as HTMLFormElement, this.#params, {
      onDrag: (settings) => this.#isLive && void this.#run(settings, 'drag'),
      onSettle: (settings) => this.#settle(settings),
      onNotice: (sentences) => this.#tell(sentences),
    });
    this.#spread = new SpreadPanel(widget, this.#stage.part('spread'), {
      settings: () => this.#now,
      onSpread: (view, sentence) => this.#onSpread(view, sentence),
      onFailure: (error) => this.#fail(error),
      onView: () => this.#writeLink(),
    });
    this.#listen();
    void this.#open();
  }

  /** Takes what happened while this code was on its way. */
  replay(event: Event): void {
    if (event.type === PROPOSE) this.#propose((event as CustomEvent<ProposeDetail>).detail);
    else this.#click(event);
  }

  get #params(): Table {
    return this.#widget.params as Table;
  }

  /** Simulations answer at once; a model trains when asked to. */
  get #isLive(): boolean {
    return this.#widget.runner.startsWith('sim/');
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
    element.querySelector('[name="backend"]')?.addEventListener('change', (event) => {
      event.stopPropagation();
      chooseBackend((event.target as HTMLSelectElement).value || undefined);
    });
  }

  #click(event: Event): void {
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
      run: () => (this.#stage.isRunning ? this.#abort?.abort() : this.#run(this.#now, 'settle')),
      undo: () => this.#move(-1),
      redo: () => this.#move(1),
      reset: () => this.#settle(this.#start),
      seed: () => this.#settle({ ...this.#now, seed: this.#nextSeed() }),
      pin: () => this.#pin(),
      spread: () => this.#toggleSpread(),
      link: () => this.#copyLink(),
      say: () => this.#announcer.again(this.#stage.takeaway),
      preset: () => {
        const found = this.#widget.presets.find((one) => one.id === preset);
        if (found) this.#settle({ ...this.#start, ...found.settings, ...this.#locked() });
      },
    };
    void deeds[what]?.();
  }

  get #now(): AnySettings {
    return this.#history.now;
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
    const linked = readLink(this.#widget, this.#element.id, this.#start, location.search);
    if (!linked) {
      // A slider may have been moved before this code was here.
      const moved = this.#form.settings;
      if (!this.#same(moved, this.#start)) this.#settle(moved);
      return;
    }
    this.#limits = linked;
    this.#form.restrict(linked.hide, linked.lock);
    if (linked.pin) {
      await this.#run(linked.pin, 'quiet');
      this.#pin();
    }
    if (linked.pin || !this.#same(linked.settings, this.#start)) {
      this.#history.add(linked.settings);
      this.#show(linked.settings);
      await this.#run(linked.settings, 'settle');
    }
    if (linked.spread) this.#openSpread(linked.spread);
    if (linked.notices.length > 0) this.#tell(linked.notices);
  }

  #propose(detail: ProposeDetail): void {
    if (detail.reveal) delete this.#element.dataset['veil'];
    const from = detail.fresh ? this.#start : this.#now;
    this.#adopt(changed(this.#params, from as never, detail.settings) as AnySettings);
    if (detail.run || this.#isLive) void this.#run(this.#now, 'settle');
    if (detail.spread) this.#openSpread(detail.spread, detail.prediction);
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

  #answer(): void {
    if (this.#isLive) void this.#run(this.#now, 'settle');
    else {
      const stale = !this.#settled || !this.#same(this.#settled.settings, this.#now);
      this.#stage.status(stale ? WORDS.stale(WORDS.run.lab) : '');
    }
  }

  /** Controls, buttons and address follow the settings. */
  #show(settings: AnySettings): void {
    this.#form.fill(settings);
    (this.#stage.part('undo') as HTMLButtonElement).disabled = !this.#history.canUndo;
    (this.#stage.part('redo') as HTMLButtonElement).disabled = !this.#history.canRedo;
    this.#writeLink();
  }

  async #run(settings: AnySettings, how: How): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    let last: { readonly outcome: unknown } | undefined;
    this.#stage.show('running', this.#isLive ? '' : WORDS.running);
    try {
      // The build's run, repeated quietly: so that the first "was" has a number.
      if (this.#isLive && !this.#settled) await this.#first(abort.signal);
      const { backend } = await runOnPage(this.#widget.runner, {
        settings,
        signal: abort.signal,
        onNotice: (sentence) => this.#tell([sentence]),
        onOutcome: async (outcome: unknown, share: number) => {
          last = { outcome };
          await this.#stage.step({ settings, outcome }, share, this.#settled, abort.signal);
        },
      });
      if (last) this.#finish(settings, last.outcome, how, backend);
    } catch (error) {
      if (this.#abort !== abort) return;
      if (!abort.signal.aborted) this.#fail(error);
      else if (last) this.#finish(settings, last.outcome, how, undefined);
      else this.#stage.show('idle');
    }
  }

  async #first(signal: AbortSignal): Promise<void> {
    await runOnPage(this.#widget.runner, {
      settings: this.#start,
      signal,
      onNotice: () => undefined,
      onOutcome: (outcome: unknown) => {
        this.#settled = this.#ran(this.#start, outcome);
        return Promise.resolve();
      },
    });
  }

  #ran(settings: AnySettings, outcome: unknown): Ran {
    return { settings, outcome, measures: measureAll(this.#widget, outcome).measures };
  }

  /** A run has ended: whole, on a back end, or stopped by the reader (no back end): then it counts for nothing. */
  #finish(settings: AnySettings, outcome: unknown, how: How, backend: string | undefined): void {
    const whole = backend !== undefined;
    this.#stage.draw(settings, outcome, this.#settled);
    this.#stage.show(whole ? 'done' : 'partial', whole ? this.#trainedOn() : WORDS.stopped);
    if (how === 'drag') return;
    if (whole) this.#settled = this.#ran(settings, outcome);
    if (how === 'quiet') return;
    this.#stage.rows(settings, outcome);
    this.#compare();
    this.#announcer.say(this.#stage.takeaway);
    this.#spread.refresh();
    this.#emit<OutcomeDetail>(OUTCOME, {
      id: this.#element.id,
      tag: this.#widget.tag,
      version: this.#widget.version,
      settings,
      ...measureAll(this.#widget, outcome),
      state: whole ? 'done' : 'partial',
      backend: backend ?? '',
    });
  }

  #trainedOn(): string {
    const facts = this.#isLive ? undefined : backendInUse();
    return facts ? WORDS.backend(facts.title) : '';
  }

  #emit<D>(name: string, detail: D): void {
    this.#element.dispatchEvent(new CustomEvent<D>(name, { bubbles: true, detail }));
  }

  #fail(error: unknown): void {
    const known = error instanceof RunFailed;
    if (!known) console.error(error);
    const sentence = known
      ? WORDS.failed(error.reason, error.next)
      : WORDS.failed(WORDS.elsewhere, WORDS.reload);
    this.#stage.show('failed', sentence);
    this.#announcer.say(sentence);
  }

  #tell(sentences: readonly string[]): void {
    this.#stage.notice(sentences);
    if (sentences.length > 0) this.#announcer.say(sentences.join(' '));
  }

  #pin(): void {
    // Nothing has run yet: what stands on the page is the start, so that is what is pinned.
    if (!this.#settled) {
      void this.#run(this.#now, 'quiet').then(() => this.#settled && this.#pin());
      return;
    }
    this.#pinned = this.#pinned ? undefined : this.#settled;
    const button = this.#stage.part('pin');
    button.setAttribute('aria-pressed', String(this.#pinned !== undefined));
    this.#spread.pin(this.#pinned !== undefined);
    this.#compare();
    this.#writeLink();
  }

  #compare(): void {
    const place = this.#stage.part('compare');
    place.hidden = !this.#pinned;
    if (this.#pinned && this.#settled) {
      setMarkup(place, comparison(this.#widget, this.#pinned, this.#settled));
    }
  }

  #toggleSpread(): void {
    if (!this.#spread.isOpen) {
      this.#openSpread();
      return;
    }
    this.#spread.close();
    this.#stage.part('spread-button').setAttribute('aria-expanded', 'false');
    this.#writeLink();
  }

  #openSpread(asked?: Linked['spread'], prediction?: ProposeDetail['prediction']): void {
    this.#spread.open(asked, prediction);
    this.#stage.part('spread-button').setAttribute('aria-expanded', 'true');
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
    const search = writeLink(
      this.#widget,
      this.#element.id,
      this.#start,
      {
        settings: this.#now,
        ...this.#limits,
        ...(this.#pinned && { pin: this.#pinned.settings }),
        ...(this.#spread.isOpen && { spread: this.#spread.asked }),
      },
      location.search,
    );
    // A page in a frame, or one that changes very fast, may be refused: what is on screen does not depend on it.
    try {
      history.replaceState(history.state, '', `${location.pathname}${search}${location.hash}`);
    } catch (error) {
      console.warn(error);
    }
  }

  async #copyLink(): Promise<void> {
    const link = new URL(location.href);
    const own = [...link.searchParams].filter(([key]) => key.startsWith(`${this.#element.id}.`));
    link.search = new URLSearchParams(own).toString();
    if (!link.hash.startsWith('#/')) link.hash = this.#element.id;
    const copied = navigator.clipboard?.writeText(link.href) ?? Promise.reject(new Error('closed'));
    this.#tell([
      await copied.then(
        () => WORDS.linkCopied,
        () => WORDS.linkShown,
      ),
    ]);
  }
}
