/** The row of a timeline: what the build has drawn of it, and the buttons that come when it is used. */
import { focusedNear } from '../../controls/focused.ts';
import { number } from '../../kit/draw/format.ts';
import { write } from '../morph.ts';
import { FRAME_WORDS } from '#words/widgets/kit/words/frame-words';
import { TIMELINE_WORDS } from '#words/widgets/kit/words/timeline-words';

/** Milliseconds between two moments that are heard of a play. */
const BREATH = 3_000;

export class TimelineRow {
  readonly #place: HTMLElement;
  readonly #play: HTMLElement;
  readonly #range: HTMLInputElement;
  readonly #label: HTMLElement;
  readonly #speed: HTMLElement;
  #heard = -Infinity;

  constructor(place: HTMLElement) {
    this.#place = place;
    [this.#play, this.#range, this.#label] = [...place.children] as [
      HTMLElement,
      HTMLInputElement,
      HTMLElement,
    ];
    this.#range.before(button('step', '-1', TIMELINE_WORDS.back));
    this.#range.after(button('step', '1', TIMELINE_WORDS.forward));
    this.#speed = button('speed');
    place.append(this.#speed);
    // A key moves it from where the play is.
    this.#range.addEventListener('keydown', () => {
      this.#range.value = place.dataset['moment'] ?? '';
    });
    this.speed(1);
  }

  /** Where the slider stands. */
  get slid(): number {
    return Number(this.#range.value);
  }

  /** How many moments there are; with fewer than two nothing can be pressed. */
  load(count: number): void {
    const isEmpty = count < 2;
    this.#range.max = String(Math.max(1, count - 1));
    this.#range.disabled = isEmpty;
    for (const one of this.#place.querySelectorAll('button')) one.ariaDisabled = String(isEmpty);
  }

  show(moment: number, label: string): void {
    this.#place.dataset['moment'] = String(moment);
    write(this.#label, label);
    // Under the focus each move is heard: a play is followed there by one in a while.
    const now = performance.now();
    const isPlaying = this.#play.dataset['does'] === 'pause';
    const isFocused = focusedNear(this.#range) === this.#range;
    if (isPlaying && isFocused && now < this.#heard + BREATH) return;
    this.#heard = now;
    // Told anew, the same moment is heard again.
    if (this.slid !== moment) this.#range.value = String(moment);
    if (this.#range.ariaValueText !== label) this.#range.ariaValueText = label;
    // Why it cannot be pressed, for ears.
    if (this.#range.disabled) this.#play.setAttribute('aria-description', label);
    else this.#play.removeAttribute('aria-description');
  }

  /** One button plays and stops, so that the focus stays where it is. */
  play(isPlaying: boolean): void {
    this.#play.dataset['does'] = isPlaying ? 'pause' : 'play';
    write(this.#play, isPlaying ? TIMELINE_WORDS.pause : FRAME_WORDS.play);
  }

  speed(times: number): void {
    const written = number(times, times < 1 ? 2 : 0);
    write(this.#speed, TIMELINE_WORDS.speed(written));
    this.#speed.ariaLabel = TIMELINE_WORDS.speedIs(written);
  }
}

function button(does: string, of = '', label = ''): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.dataset['does'] = does;
  if (of) made.dataset['of'] = of;
  if (label) made.ariaLabel = label;
  return made;
}
