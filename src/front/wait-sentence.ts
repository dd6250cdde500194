/** Wakes the front page's sentence: pulling a number redraws the comb in the same frame. */
import {
  comb,
  lineEnd,
  longestOf,
  MARKED,
  PARTS,
  shareOf,
  spoken,
  tick,
  wait,
  type Comb,
  type Wait,
} from './pure/wait.ts';
import { SentenceNumber } from './sentence-number.ts';

/** Milliseconds that the numbers stand before they are said: of a key that is pressed again and again, only the end. */
const STANDS = 1000;

class WaitSentence extends HTMLElement {
  #waiting: number | undefined;

  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    for (const room of this.querySelectorAll<HTMLElement>('.drag')) new SentenceNumber(room);
    const place = this.querySelector<HTMLElement>('[data-shows="hint"]');
    const asks = place?.textContent ?? '';
    const { from, then = '' } = place?.dataset ?? {};
    const tell = (limit: string): void => {
      const isSeen = this.#value('arrivals') >= Number(from) && this.#isAsBuilt('service');
      this.#show('hint', limit || (isSeen ? then : asks));
      this.toggleAttribute('data-limited', limit !== '');
    };
    this.addEventListener('input', () => {
      this.#draw();
      tell('');
    });
    this.addEventListener('change', ({ target }) => {
      const { value, dataset } = target as HTMLInputElement;
      const { beyond, limits = '' } = dataset;
      const limit =
        beyond === undefined ? '' : `You typed ${beyond}, and ${value} is set. ${limits}`;
      tell(limit);
      clearTimeout(this.#waiting);
      this.#waiting = window.setTimeout(() => this.#say(limit), STANDS);
    });
  }

  #value(name: string): number {
    return Number(this.querySelector<HTMLInputElement>(`[data-sets="${name}"]`)?.value);
  }

  /** Whether a number stands as the build has written it. */
  #isAsBuilt(name: string): boolean {
    const slider = this.querySelector<HTMLInputElement>(`[data-sets="${name}"]`);
    return slider?.value === slider?.defaultValue;
  }

  #show(name: string, text: string): void {
    const place = this.querySelector(`[data-shows="${name}"]`);
    if (place) place.textContent = text;
  }

  #draw(): void {
    const [service, arrivals] = [this.#value('service'), this.#value('arrivals')];
    const now = wait(service, arrivals);
    this.#show('service', String(service));
    this.#show('arrivals', String(arrivals));
    for (const part of this.querySelectorAll<HTMLElement>(
      '[data-shows="answer"], [data-shows="flood"]',
    )) {
      part.hidden = (part.dataset['shows'] === 'answer') !== now.keepsUp;
    }
    if (now.keepsUp) {
      this.#show('half', spoken(now.within(0.5)));
      this.#show('last', spoken(now.within(0.99)));
    }
    const growth = Math.round(now.growth);
    this.#show('growth', growth > 0 ? `${growth} requests` : 'a little');
    for (const picture of this.querySelectorAll<SVGSVGElement>('.comb')) redraw(picture, now);
  }

  #say(limit: string): void {
    const sentence = this.querySelector<HTMLElement>('.wait-sentence');
    const part = [...(sentence?.querySelectorAll<HTMLElement>('[data-shows]') ?? [])].find(
      (each) => !each.hidden && /answer|flood/.test(each.dataset['shows'] ?? ''),
    );
    const told = (part?.textContent ?? '').trim().replace(/\s+/g, ' ');
    const asked = `At ${this.#value('service')} ms each, asked ${this.#value('arrivals')} times a second`;
    this.#show('said', `${limit} ${asked}, the server ${told}.`.trim());
  }
}

function redraw(picture: SVGSVGElement, now: Wait): void {
  const scale = {
    width: picture.viewBox.baseVal.width,
    longest: longestOf(now),
    pitch: Number(picture.dataset['pitch']),
  };
  picture.querySelector('[data-comb]')?.setAttribute(
    'd',
    comb(now, scale, (rank) => !MARKED.includes(rank)),
  );
  for (const group of picture.querySelectorAll<SVGGElement>('[data-rank]')) mark(group, now, scale);
  for (const [i, text] of picture.querySelectorAll('[data-tick]').entries()) {
    text.textContent = tick(scale.longest, i / PARTS);
  }
}

function mark(group: SVGGElement, now: Wait, scale: Comb): void {
  const rank = Number(group.dataset['rank']);
  group.querySelector('path')?.setAttribute(
    'd',
    comb(now, scale, (each) => each === rank),
  );
  const label = group.querySelector('text');
  const end = lineEnd(now.within(shareOf(rank)), scale);
  // At the edge of the paper the label stands inside, above its line.
  const inside = end > scale.width - 120;
  label?.setAttribute('x', String(inside ? Math.min(end, scale.width) : end + 5));
  label?.setAttribute('text-anchor', inside ? 'end' : 'start');
}

customElements.define('wait-sentence', WaitSentence);
