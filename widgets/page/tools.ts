/** What stands beside the run of an experiment: the pinned run, the spread, and what a reader carries away. */
import type { Address } from './address.ts';
import { PINNED, type PinnedDetail, type ProposeDetail } from '../kit/contract/border.ts';
import type * as HandOut from './hand-out.ts';
import type { Instance } from './instance.ts';
import { LatePart } from './late-part.ts';
import type { Linked } from './link.ts';
import { recordOf, type RunResult } from '../kit/record/run-record.ts';
import { behindFrame } from './next-frame.ts';
import { Pin } from './pin.ts';
import { SpreadFold } from './spread/fold.ts';
import type { SpreadAsk } from '../kit/spread/spread.ts';
import { WORDS } from '#words/widgets/kit/words/words';

type DrawnPrediction = ProposeDetail['prediction'];
export class Tools {
  readonly #instance: Instance;
  readonly #address: Address;
  readonly #trainedOn: (run: RunResult) => string | undefined;
  readonly #pin: Pin;
  readonly #spread: SpreadFold;
  /** A frame has the run's figure or the spread's, not both. */
  readonly #spreadFollows = behindFrame(() => this.#spread.refresh());
  readonly #handOut: LatePart<typeof HandOut>;

  constructor(
    instance: Instance,
    address: Address,
    trainedOn: (run: RunResult) => string | undefined,
  ) {
    this.#instance = instance;
    this.#address = address;
    this.#trainedOn = trainedOn;
    this.#pin = new Pin(instance);
    this.#spread = new SpreadFold(instance);
    this.#handOut = new LatePart(
      () => import('./hand-out.ts'),
      (sentence) => instance.tell(sentence),
    );
    const { element, stage } = instance;
    offerTable(stage.part('data'));
    // A clipboard may be closed to who comes to it long after the press.
    for (const near of ['pointerover', 'focusin']) {
      element
        .querySelector('.tools')
        ?.addEventListener(near, () => this.#handOut.use(() => undefined, false), { once: true });
    }
  }

  /** What a link has hidden or locked is offered by no menu and no button, and goes on with the address. */
  restrict({ hide, lock, spreads }: Pick<Linked, 'hide' | 'lock' | 'spreads'>): void {
    const { element, stage } = this.#instance;
    if (lock.includes('seed')) {
      element.querySelector('[data-does="seed"]')?.setAttribute('hidden', '');
    }
    this.#spread.restrict([...hide, ...lock]);
    if (spreads === 'none') stage.part('spread-button').hidden = true;
  }

  /** A run has ended that counts. */
  onEnd(run: RunResult): void {
    this.#pin.compare(run);
    this.#spreadFollows();
  }

  /** The settings have changed without a run. */
  refresh(): void {
    this.#spreadFollows();
  }

  /** Another back end was chosen. */
  forget(): void {
    this.#instance.known.forget();
    this.#spread.forget();
  }

  /** As at the start: nothing pinned, no spread. */
  clear(): void {
    this.#instance.stage.forget(this.#instance.settled);
    this.#pin.set(undefined);
    this.toggleSpread(false);
  }

  async togglePin(): Promise<void> {
    const { element, pinned } = this.#instance;
    const run = pinned ? undefined : await this.#instance.whole();
    this.pin(run);
    if (!run) return;
    const detail: PinnedDetail = { id: element.id, run: recordOf(run) };
    element.dispatchEvent(new CustomEvent(PINNED, { bubbles: true, detail }));
  }

  pin(run: RunResult | undefined): void {
    this.#pin.set(run);
    this.#instance.stage.pin(run);
    this.#pin.compare(this.#instance.settled);
    this.#spreadFollows();
    this.writeLink();
  }

  /** Opens the spread, with what somebody asks for, who may await it elsewhere; resolves to false when a link has closed it. */
  openSpread(asked?: SpreadAsk, prediction?: DrawnPrediction, isAwaited?: true): Promise<boolean> {
    return this.#spread.open(asked, prediction, isAwaited);
  }

  /** Brings the code of the spread: it is soon to be opened. */
  fetchSpread(): void {
    // That it does not come is said when it is opened.
    this.#spread.fetch().catch(() => undefined);
  }

  toggleSpread(open = !this.#spread.isWanted): void {
    if (open) void this.openSpread();
    else this.#spread.close();
  }

  /** Keeps a prediction for when the spread that answers it is shown. */
  remember(asked: SpreadAsk, prediction: DrawnPrediction): void {
    this.#spread.remember(asked, prediction ?? []);
  }

  async copyLink(): Promise<void> {
    const { element, announcer } = this.#instance;
    await this.#handOut.use(async ({ confirm, copyLink }) => {
      const state = this.#state;
      const sentence = await copyLink(this.#address, state);
      confirm(element, sentence, state.settings);
      announcer.report(sentence);
    });
  }

  async cite(): Promise<void> {
    const { announcer, element, widget } = this.#instance;
    const run = await this.#instance.whole();
    if (!run) return;
    const title = element.querySelector('h3')?.textContent ?? widget.title;
    const from = { address: this.#address, title, trainedOn: this.#trainedOn(run) };
    await this.#handOut.use(async ({ confirm, copyCitation }) => {
      const sentence = await copyCitation(widget, run, from);
      confirm(element, sentence, run.settings);
      announcer.report(sentence);
    });
  }

  async copyPython(): Promise<void> {
    const { announcer, element, settings, widget } = this.#instance;
    await this.#handOut.use(async ({ confirm, copyPython }) => {
      const { now } = settings;
      const [sentence, ...saving] = await copyPython(widget, now, element.id);
      confirm(element, sentence, now, ...saving);
      announcer.report(sentence);
    });
  }

  async save(): Promise<void> {
    const run = await this.#instance.whole();
    const { element, widget } = this.#instance;
    if (run)
      await this.#handOut.use(({ saveTable }) =>
        this.#instance.tell(saveTable(widget, run, element.id)),
      );
  }

  writeLink(): void {
    this.#address.write(this.#state);
  }

  get #state(): HandOut.LinkState {
    const { asked: spread } = this.#spread;
    const { limits, moment, pinned, settings } = this.#instance;
    return {
      settings: settings.now,
      ...limits,
      ...(pinned && { pin: pinned.settings }),
      ...(spread && { spread }),
      ...(moment !== undefined && { moment }),
    };
  }
}

/** A button below a run's table; made when the experiment wakes, because the page need not carry it. */
function offerTable(table: HTMLElement): void {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'save', textContent: WORDS.download });
  button.dataset['does'] = 'csv';
  table.after(button);
}
