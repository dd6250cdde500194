/**
 * What times the reader's device at a press. It runs no experiment, for the same settings must give the same everywhere: what
 * it finds becomes settings by a press of its own, which undo takes back.
 */
import { settingsOf, type DeviceSets } from '../../kit/device/apply.ts';
import { drawFit } from '../../kit/device/figure.ts';
import { fitTimes, type DeviceTimes, type Fit } from '../../kit/device/fit.ts';
import { MACHINES, type MachineName } from '../../kit/device/machines.ts';
import { fitRows, sayFit, sayTrust } from '../../kit/device/say.ts';
import { unbroken } from '../../kit/draw/format.ts';
import { figureOf } from '../../kit/draw/drawing.ts';
import { inBothLayouts, table } from '../../kit/draw/run-markup.ts';
import type { runOnPage } from '../../run/page/runners.ts';
import { setMarkup } from '../../run/page/trusted-types.ts';
import { MEASURING } from '#words/widgets/page/device/words';

/** What has a worker run, as it is handed on. */
export type Run = typeof runOnPage;

/** Gigabytes of memory below which the large model is not offered. */
const ENOUGH = 4;

/** One such instrument; its element says which settings of which experiment it finds. */
export class Device {
  readonly #element: HTMLElement;
  readonly #run: Run;
  readonly #measureWord: string;
  #abort: AbortController | undefined;
  /** Why it was measured on another back end than the first. */
  #noticed = '';
  #found: { readonly fit: Fit; readonly where: string } | undefined;

  constructor(element: HTMLElement, run: Run) {
    this.#element = element;
    this.#run = run;
    this.#measureWord = this.#part('measure').textContent;
    element.addEventListener('click', (event) => this.replay(event));
    this.#guess.addEventListener('change', () => this.#show());
    const { deviceMemory = ENOUGH } = navigator as { readonly deviceMemory?: number };
    if (element.dataset['machine'] !== 'large' || deviceMemory >= ENOUGH) return;
    (this.#part('measure') as HTMLButtonElement).disabled = true;
    this.#say(MEASURING.tooLarge);
  }

  /** Takes a press, also one that came while this code was on its way. */
  replay(event: Event): void {
    if (event.type !== 'click' || !(event.target as Element).closest('[data-does="measure"]'))
      return;
    if (this.#abort) this.#abort.abort();
    else void this.#measure();
  }

  #part(name: string): HTMLElement {
    return this.#element.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  get #machine(): (typeof MACHINES)[MachineName] {
    return MACHINES[this.#element.dataset['machine'] as MachineName];
  }

  get #guess(): HTMLInputElement {
    return this.#part('guess') as HTMLInputElement;
  }

  #say = (sentence: string): void => {
    this.#part('status').textContent = sentence;
  };

  /** Draws nothing meanwhile, for that would be measured too. */
  async #measure(): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    const button = this.#part('measure');
    button.textContent = MEASURING.stop;
    this.#say(MEASURING.begins);
    this.#noticed = '';
    let times: DeviceTimes | undefined;
    try {
      const { backend } = await this.#run<DeviceTimes>(this.#machine.runner, {
        settings: { machine: this.#element.dataset['machine'] ?? '' },
        signal: abort.signal,
        onNotice: (sentence) => (this.#noticed = sentence),
        onOutcome: (outcome, share) => {
          times = outcome;
          this.#say(MEASURING.underWay(Math.floor(100 * share)));
          return Promise.resolve();
        },
      });
      if (times) {
        this.#found = {
          fit: fitTimes(times),
          where: MEASURING.on[backend] ?? backend,
        };
        this.#show();
      }
      this.#say('');
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      this.#say(abort.signal.aborted ? MEASURING.stopped : `${MEASURING.failed} ${said}`);
    } finally {
      this.#abort = undefined;
      button.textContent = this.#found ? MEASURING.again : this.#measureWord;
    }
  }

  /** Shows what was found in the place of the book's own measurement. */
  #show(): void {
    if (!this.#found) return;
    const { fit, where } = this.#found;
    const { item } = this.#machine;
    const guessed = Number(this.#guess.value);
    // A slow device is not asked for the batch that was guessed at.
    const isAnswered = fit.points.at(-1)?.size === Number(this.#guess.dataset['most']);
    const guess = guessed > 0 && isAnswered ? guessed : undefined;
    const sets = JSON.parse(this.#element.dataset['sets'] ?? '{}') as DeviceSets;
    const { settings, says, clamped } = settingsOf(fit.costs, sets);
    this.#part('whose').textContent = MEASURING.yours;
    setMarkup(
      this.#part('figure'),
      inBothLayouts((layout) => figureOf(drawFit(fit, layout, item, guess))),
    );
    this.#part('takeaway').textContent = unbroken(sayFit(fit, where, item, guess));
    this.#part('trust').textContent = unbroken(sayTrust(fit));
    this.#part('use').textContent = unbroken(says);
    this.#part('notice').textContent = [this.#noticed, ...clamped].join(' ').trim();
    setMarkup(this.#part('data'), table(fitRows(fit, item)));
    this.#part('data-fold').hidden = false;
    const button = this.#element.querySelector<HTMLElement>('[data-sets-up]');
    if (button) button.dataset['settings'] = JSON.stringify(settings);
    this.#element.dataset['measured'] = '';
  }
}
