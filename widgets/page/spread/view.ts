/** What a reader sees of a spread: figure, sentence, table, progress and the one button that runs and stops it. */
import { Layouts } from '../layouts.ts';
import { write } from '../morph.ts';
import { setMarkup } from '../../run/page/trusted-types.ts';
import { drawSpread } from '../../kit/spread/figure.ts';
import { saySpread, tabulateSpread } from '../../kit/spread/say.ts';
import type { SpreadView } from '../../kit/spread/spread.ts';
import type { ExperimentAttributes } from '../../kit/contract/border.ts';
import { answersAtOnce, trainsWhenAsked, type AnyWidget } from '../../kit/contract/widget.ts';
import { SPREAD_WORDS } from '#words/widgets/kit/words/spread-words';
import { WORDS } from '#words/widgets/kit/words/words';

type SpreadState = 'empty' | 'running' | 'done' | 'stopped' | 'stale' | 'failed';
/** From here on, in milliseconds, a run that lasts shows its progress, or what is left of it. */
const SLOW = 500;
const FORESEEN = 2000;

export class SpreadOutput {
  readonly #widget: AnyWidget;
  readonly #panel: HTMLElement;
  readonly #figure: Layouts;
  #state: SpreadState = 'empty';
  #view: SpreadView | undefined;
  #began = 0;
  #slow: number | undefined;
  #press = '';

  constructor(widget: AnyWidget, panel: HTMLElement) {
    this.#widget = widget;
    this.#panel = panel;
    this.#figure = new Layouts(this.#part('figure'));
    panel.toggleAttribute('data-at-once', answersAtOnce(widget));
  }

  get state(): SpreadState {
    return this.#state;
  }
  get sentence(): string {
    return this.#part('says').textContent ?? '';
  }
  /** What is shown beside its button: how far it is, or what to press. */
  get stands(): string {
    return this.#part('status').textContent ?? '';
  }
  /** The same as it is said while it runs. */
  get underWay(): string {
    return SPREAD_WORDS.spreadUnderWay(this.stands);
  }
  get view(): SpreadView | undefined {
    return this.#view;
  }

  onPress(press: () => void): void {
    this.#part('run').addEventListener('click', press);
  }
  onSave(save: () => void): void {
    this.#part('csv').addEventListener('click', save);
  }

  /** Where a spread stands; `runs`: how many the button would start. */
  is(state: SpreadState, runs?: number): void {
    const began = state === 'running' && this.#state !== 'running';
    this.#state = state;
    this.#panel.dataset['state'] = state;
    if (state !== 'running' || began) {
      clearTimeout(this.#slow);
      this.#panel.toggleAttribute('data-slow', false);
    }
    if (began) {
      this.#began = performance.now();
      this.progress(0);
      this.#slow = window.setTimeout(() => this.#panel.toggleAttribute('data-slow', true), SLOW);
    }
    if (runs !== undefined) {
      this.#press = trainsWhenAsked(this.#widget) ? SPREAD_WORDS.spreadTrain(runs) : WORDS.runAgain;
    }
    write(this.#part('run'), state === 'running' ? WORDS.stop : this.#press);
    // A file says nothing of what is still to come: half a curve is not handed out as one.
    (this.#part('csv') as HTMLButtonElement).disabled = state === 'running';
    if (state !== 'running') this.status(this.#status(state));
    if (state === 'empty') this.clear();
    if (state === 'stopped') {
      const { spreadStopped, spreadNothing } = SPREAD_WORDS;
      write(this.#part('says'), this.#hasPoints ? spreadStopped : spreadNothing);
    }
  }

  #status(state: SpreadState): string {
    if (state === 'empty') return SPREAD_WORDS.spreadAsk(this.#press);
    if (state === 'stale') return SPREAD_WORDS.spreadStale(this.#press);
    return '';
  }

  status(sentence: string): void {
    write(this.#part('status'), sentence);
  }

  /** How much is done, 0 to 1, and how long the rest will take once that can be told. */
  progress(share: number): void {
    (this.#part('progress') as HTMLProgressElement).value = share;
    const experiment = this.#panel.closest<HTMLElement>('.experiment');
    if (experiment) (experiment.dataset as ExperimentAttributes).share = String(share);
    const gone = performance.now() - this.#began;
    const left = share > 0 && gone > FORESEEN ? (gone / share) * (1 - share) : undefined;
    const seconds = left === undefined ? undefined : Math.ceil(left / 1000);
    this.status(SPREAD_WORDS.spreadLeft(Math.floor(share * 100), seconds));
  }

  /** Waits for a page that is out of sight, whose time is no time of the work's. */
  async pausing(inSight: Promise<void>): Promise<void> {
    const from = performance.now();
    await inSight;
    this.#began += performance.now() - from;
  }

  draw(view: SpreadView): void {
    this.#view = view;
    this.#figure.draw((layout) => drawSpread(this.#widget, view, layout));
    write(this.#part('says'), saySpread(this.#widget, view));
    setMarkup(this.#part('table'), tabulateSpread(this.#widget, view));
    this.#fold.hidden = false;
  }

  get #hasPoints(): boolean {
    return this.#view?.lines.some(({ points }) => points.length > 0) ?? false;
  }

  get #fold(): HTMLElement {
    return this.#part('table').closest('details') as HTMLElement;
  }

  /** Nothing is known yet of what is asked. */
  clear(): void {
    this.#view = undefined;
    this.#figure.clear();
    this.#part('table').replaceChildren();
    write(this.#part('says'), '');
    this.#fold.hidden = true;
  }

  #part(name: string): HTMLElement {
    return this.#panel.querySelector(`[data-part="spread-${name}"]`) as HTMLElement;
  }
}
