/** What stands beside the run of an experiment: the pinned run, the spread, and what a reader carries away. */
import type { Address } from './address.ts';
import { SPREAD, type ProposeDetail, type SpreadDetail } from '../kit/contract/events.ts';
import { copyCitation, copyLink, offerTable, saveTable, type LinkState } from './hand-out.ts';
import type { Linked } from './link.ts';
import type { AnySettings } from '../kit/contract/params.ts';
import type { Ran } from '../kit/draw/run-markup.ts';
import { Pin } from './pin.ts';
import { SpreadPanel } from './spread/panel.ts';
import { presentLine, type SpreadAsk, type SpreadView } from '../kit/spread/spread.ts';
import type { Stage } from './stage.ts';
import type { Trials } from './trials.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';

type DrawnPrediction = ProposeDetail['prediction'];
interface ToolsHost {
  readonly element: HTMLElement;
  readonly address: Address;
  readonly stage: Stage;
  readonly trials: Trials;
  /** The settings as they stand. */
  readonly now: () => AnySettings;
  /** Shows a notice and announces it. */
  readonly tell: (sentence: string) => void;
  readonly say: (sentence: string) => void;
}

export class Tools {
  readonly #widget: AnyWidget;
  readonly #main: ToolsHost;
  readonly #pin: Pin;
  readonly #spread: SpreadPanel;
  #limits: Pick<Linked, 'hide' | 'lock'> = { hide: [], lock: [] };

  constructor(widget: AnyWidget, main: ToolsHost) {
    const { stage, trials, now, tell, say } = main;
    this.#widget = widget;
    this.#main = main;
    this.#pin = new Pin(widget, stage.part('pin'), stage.part('compare'));
    this.#spread = new SpreadPanel(widget, stage.part('spread'), {
      settings: now,
      pinned: () => this.#pin.ran?.settings,
      ran: () => [trials.settled, this.#pin.ran].flatMap((ran) => ran ?? []),
      inSight: (signal) => stage.seen(signal),
      onSay: say,
      onSpread: (view, sentence) => this.#onSpread(view, sentence),
      onFailure: (error) => trials.fail(error),
      onNotice: tell,
      onView: () => this.writeLink(),
    });
    offerTable(stage.part('data'));
  }

  /** What a link has hidden or locked is offered by no menu and no button, and goes on with the address. */
  restrict({ hide, lock }: Pick<Linked, 'hide' | 'lock'>): void {
    this.#limits = { hide, lock };
    const { element } = this.#main;
    if (lock.includes('seed')) {
      element.querySelector('[data-does="seed"]')?.setAttribute('hidden', '');
    }
    if (this.#spread.restrict([...hide, ...lock])) return;
    this.#main.stage.part('spread-button').hidden = true;
  }

  get limits(): Pick<Linked, 'hide' | 'lock'> {
    return this.#limits;
  }

  /** A run has ended that counts. */
  onEnd(ran: Ran): void {
    this.#pin.compare(ran);
    this.#spread.refresh();
  }

  /** The settings have changed without a run. */
  refresh(): void {
    this.#spread.refresh();
  }

  /** Another back end was chosen. */
  forget(): void {
    this.#main.trials.forget();
    this.#spread.forget();
  }

  /** As at the start: nothing pinned, no spread. */
  clear(): void {
    this.#pin.set(undefined);
    this.toggleSpread(false);
  }

  async togglePin(): Promise<void> {
    this.pin(this.#pin.ran ? undefined : await this.#main.trials.whole());
  }

  pin(ran: Ran | undefined): void {
    this.#pin.set(ran);
    this.#pin.compare(this.#main.trials.settled);
    this.#spread.refresh();
    this.writeLink();
  }

  /** Opens the spread, with what somebody asks for; false when a link has closed it. */
  openSpread(asked?: SpreadAsk, prediction?: DrawnPrediction): boolean {
    const isOpen = this.#spread.open(asked, prediction);
    if (isOpen) this.#spreadIs(true);
    return isOpen;
  }

  toggleSpread(open = !this.#spread.isOpen): void {
    if (open) this.openSpread();
    else {
      this.#spread.close();
      this.#spreadIs(false);
    }
  }

  /** Keeps a prediction for when the spread that answers it is shown. */
  remember(asked: SpreadAsk, prediction: DrawnPrediction): void {
    this.#spread.remember(asked, prediction ?? []);
  }

  async copyLink(): Promise<void> {
    this.#main.tell(await copyLink(this.#main.address, this.#state));
  }

  async cite(): Promise<void> {
    const { element, address, trials, tell } = this.#main;
    const ran = await trials.whole();
    if (!ran) return;
    const title = element.querySelector('h3')?.textContent ?? this.#widget.title;
    const { trainedOn } = trials;
    tell(await copyCitation(this.#widget, ran, { address, title, trainedOn }));
  }

  async save(): Promise<void> {
    const ran = await this.#main.trials.whole();
    if (ran) this.#main.tell(saveTable(this.#widget, ran, this.#main.element.id));
  }

  writeLink(): void {
    this.#main.address.write(this.#state);
  }

  get #state(): LinkState {
    return {
      settings: this.#main.now(),
      ...this.#limits,
      ...(this.#pin.ran && { pin: this.#pin.ran.settings }),
      ...(this.#spread.isOpen && { spread: this.#spread.asked }),
    };
  }

  #spreadIs(open: boolean): void {
    this.#main.stage.part('spread-button').setAttribute('aria-expanded', String(open));
    this.writeLink();
  }

  #onSpread(view: SpreadView, sentence: string): void {
    const { element, say } = this.#main;
    say(sentence);
    const { param, measure, settings } = view;
    const points = presentLine(view)?.points ?? [];
    const detail: SpreadDetail = {
      id: element.id,
      param,
      measure,
      settings,
      points: points.map(({ x, measures }) => ({ x, y: measures[measure] ?? null })),
    };
    element.dispatchEvent(new CustomEvent<SpreadDetail>(SPREAD, { bubbles: true, detail }));
  }
}
