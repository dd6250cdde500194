/** The fold in which a control is spread. What fills it is fetched when it is first opened; until then this stands for it. */
import { RunFailed } from '../../kit/contract/faults.ts';
import type { SpreadAsk } from '../../kit/spread/spread.ts';
import { WORDS } from '#words/widgets/kit/words/words';
import { sayWhenLate } from '../late.ts';
import type { Instance } from '../instance.ts';
import type { PredictedPoints, SpreadPanel } from './panel.ts';

export class SpreadFold {
  readonly #instance: Instance;
  #coming: Promise<SpreadPanel> | undefined;
  #panel: SpreadPanel | undefined;
  #isWanted = false;
  #closed: readonly string[] = [];
  #prediction: readonly [SpreadAsk, PredictedPoints] | undefined;

  constructor(instance: Instance) {
    this.#instance = instance;
  }

  /** Also true while what was opened is on its way. */
  get isWanted(): boolean {
    return this.#isWanted;
  }
  /** What an open spread shows. */
  get asked(): SpreadAsk | undefined {
    return this.#panel?.isOpen ? this.#panel.asked : undefined;
  }

  /** What a link has hidden or locked is not offered. */
  restrict(closed: readonly string[]): void {
    this.#closed = closed;
    this.#panel?.restrict(closed);
  }

  /** Opens as soon as the code is here, and runs what somebody asks for. Resolves to false when a link has closed a setting of it. */
  async open(ask?: SpreadAsk, prediction?: PredictedPoints, isAwaited?: true): Promise<boolean> {
    this.#isWanted = true;
    try {
      const panel = await sayWhenLate(this.fetch(), (sentence) => this.#instance.tell(sentence));
      // It may have been closed meanwhile.
      if (!this.#isWanted) return true;
      const opens = panel.open(ask, prediction, isAwaited);
      this.#isWanted = panel.isOpen;
      if (opens) this.#is(true);
      return opens;
    } catch (error) {
      console.error(error);
      this.#isWanted = false;
      this.#instance.fail(new RunFailed(WORDS.spreadNotLoaded, WORDS.askAgain));
      return true;
    }
  }

  /** Brings the code, also before it is opened: a link may have a run to go first. */
  fetch(): Promise<SpreadPanel> {
    this.#coming ??= this.#made();
    this.#coming.catch(() => (this.#coming = undefined));
    return this.#coming;
  }

  async #made(): Promise<SpreadPanel> {
    const code = await import('./panel.ts');
    const panel = new code.SpreadPanel(this.#instance);
    panel.restrict(this.#closed);
    if (this.#prediction) panel.remember(...this.#prediction);
    this.#panel = panel;
    return panel;
  }

  /** Keeps a prediction for when the spread that answers it is shown. */
  remember(ask: SpreadAsk, points: PredictedPoints): void {
    this.#prediction = [ask, points];
    this.#panel?.remember(ask, points);
  }

  close(): void {
    this.#isWanted = false;
    this.#panel?.close();
    this.#is(false);
  }

  #is(open: boolean): void {
    this.#instance.stage.part('spread-button').setAttribute('aria-expanded', String(open));
    this.#instance.linked();
  }

  /** The settings or the pinned run have changed. */
  refresh(): void {
    this.#panel?.refresh();
  }

  /** What is known was forgotten. */
  forget(): void {
    this.#panel?.forget();
  }
}
