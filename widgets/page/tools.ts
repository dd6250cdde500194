/** What stands beside the run of an experiment: the pinned run, the spread, and what a reader carries away. */
import type { Address } from './address.ts';
import {
  PINNED,
  SPREAD,
  type PinnedDetail,
  type ProposeDetail,
  type SpreadDetail,
} from '../kit/contract/border.ts';
import type * as HandOut from './hand-out.ts';
import { LatePart } from './late-part.ts';
import type { Linked } from './link.ts';
import type { AnySettings } from '../kit/contract/params.ts';
import { recordOf, type RunResult } from '../kit/record/run-record.ts';
import { behindFrame } from './next-frame.ts';
import { Pin } from './pin.ts';
import { SpreadFold } from './spread/fold.ts';
import type { SpreadAsk } from '../kit/spread/spread.ts';
import type { Stage } from './stage.ts';
import type { Trials } from './trials.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';
import { WORDS } from '#words/widgets/kit/words/words';

type DrawnPrediction = ProposeDetail['prediction'];
interface ToolsHost {
  readonly element: HTMLElement;
  readonly address: Address;
  readonly stage: Stage;
  readonly trials: Trials;
  /** The settings as they stand. */
  readonly now: () => AnySettings;
  /** The moment of the run that is looked at; nothing: the last. */
  readonly moment: () => number | undefined;
  /** Shows a notice and announces it. */
  readonly tell: (sentence: string) => void;
  readonly say: (sentence: string) => void;
  /** Announces what the reader has done. */
  readonly report: (sentence: string) => void;
}

export class Tools {
  readonly #widget: AnyWidget;
  readonly #host: ToolsHost;
  readonly #pin: Pin;
  readonly #spread: SpreadFold;
  /** A frame has the run's figure or the spread's, not both. */
  readonly #spreadFollows = behindFrame(() => this.#spread.refresh());
  readonly #handOut: LatePart<typeof HandOut>;
  #limits: Pick<Linked, 'hide' | 'lock'> = { hide: [], lock: [] };

  constructor(widget: AnyWidget, host: ToolsHost) {
    const { element, stage, trials, now, tell, say } = host;
    this.#widget = widget;
    this.#host = host;
    this.#pin = new Pin(widget, stage.part('pin'), stage.part('compare'), tell, say);
    this.#spread = new SpreadFold(widget, stage.part('spread'), {
      settings: now,
      pinned: () => this.#pin.run?.settings,
      known: trials.known,
      whole: () => [trials.settled, this.#pin.run].flatMap((run) => run ?? []),
      inSight: (signal) => stage.seen(signal),
      onSay: say,
      onSpread: (told, sentence) => {
        if (sentence) say(sentence);
        const detail: SpreadDetail = { id: element.id, ...told };
        element.dispatchEvent(new CustomEvent<SpreadDetail>(SPREAD, { bubbles: true, detail }));
      },
      onFailure: (error) => trials.fail(error),
      onNotice: tell,
      onView: () => this.writeLink(),
      onOpen: () => this.#spreadIs(true),
    });
    this.#handOut = new LatePart(() => import('./hand-out.ts'), tell);
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
    this.#limits = { hide, lock };
    const { element } = this.#host;
    if (lock.includes('seed')) {
      element.querySelector('[data-does="seed"]')?.setAttribute('hidden', '');
    }
    this.#spread.restrict([...hide, ...lock]);
    if (spreads === 'none') this.#host.stage.part('spread-button').hidden = true;
  }

  get limits(): Pick<Linked, 'hide' | 'lock'> {
    return this.#limits;
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
    this.#host.trials.known.forget();
    this.#spread.forget();
  }

  /** As at the start: nothing pinned, no spread. */
  clear(): void {
    this.#host.stage.forget(this.#host.trials.settled);
    this.#pin.set(undefined);
    this.toggleSpread(false);
  }

  async togglePin(): Promise<void> {
    const run = this.#pin.run ? undefined : await this.#host.trials.whole();
    this.pin(run);
    if (!run) return;
    const { element } = this.#host;
    const detail: PinnedDetail = { id: element.id, run: recordOf(run) };
    element.dispatchEvent(new CustomEvent(PINNED, { bubbles: true, detail }));
  }

  pin(run: RunResult | undefined): void {
    this.#pin.set(run);
    this.#host.stage.pin(run);
    this.#pin.compare(this.#host.trials.settled);
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
    const { element, address, report } = this.#host;
    await this.#handOut.use(async ({ confirm, copyLink }) => {
      const state = this.#state;
      const sentence = await copyLink(address, state);
      confirm(element, sentence, state.settings);
      report(sentence);
    });
  }

  async cite(): Promise<void> {
    const { element, address, trials, report } = this.#host;
    const run = await trials.whole();
    if (!run) return;
    const title = element.querySelector('h3')?.textContent ?? this.#widget.title;
    const trainedOn = trials.trainedOn(run);
    await this.#handOut.use(async ({ confirm, copyCitation }) => {
      const sentence = await copyCitation(this.#widget, run, { address, title, trainedOn });
      confirm(element, sentence, run.settings);
      report(sentence);
    });
  }

  async save(): Promise<void> {
    const run = await this.#host.trials.whole();
    const { element, tell } = this.#host;
    if (run)
      await this.#handOut.use(({ saveTable }) => tell(saveTable(this.#widget, run, element.id)));
  }

  writeLink(): void {
    this.#host.address.write(this.#state);
  }

  get #state(): HandOut.LinkState {
    const { asked: spread } = this.#spread;
    const moment = this.#host.moment();
    return {
      settings: this.#host.now(),
      ...this.#limits,
      ...(this.#pin.run && { pin: this.#pin.run.settings }),
      ...(spread && { spread }),
      ...(moment !== undefined && { moment }),
    };
  }

  #spreadIs(open: boolean): void {
    this.#host.stage.part('spread-button').setAttribute('aria-expanded', String(open));
    this.writeLink();
  }
}

/** A button below a run's table; made when the experiment wakes, because the page need not carry it. */
function offerTable(table: HTMLElement): void {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'save', textContent: WORDS.download });
  button.dataset['does'] = 'csv';
  table.after(button);
}
