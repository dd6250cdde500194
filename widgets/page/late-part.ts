/** A part of an experiment whose code is fetched when it is first needed: what is asked of it meanwhile happens when it is here. */
import { bring, sayWhenLate } from './late.ts';
import { FIRST_WORDS } from '#words/widgets/kit/words/first-words';

export class LatePart<T> {
  readonly #load: () => Promise<T>;
  readonly #say: (sentence: string) => void;
  #coming: Promise<T> | undefined;

  /** `load` brings code and part; `say` tells that it is late or does not come. */
  constructor(load: () => Promise<T>, say: (sentence: string) => void) {
    this.#load = load;
    this.#say = say;
  }

  /** Does something with the part, in the order of the calls; `isAsked` is false where nobody would miss it. */
  async use(deed: (part: T) => unknown, isAsked = true): Promise<void> {
    const part = await this.#part(isAsked ? this.#say : () => undefined);
    if (part) await deed(part);
  }

  /** The same where the part has been used before; else nothing. */
  async tell(deed: (part: T) => unknown): Promise<void> {
    if (this.#coming) await this.use(deed, false);
  }

  async #part(say: (sentence: string) => void): Promise<T | undefined> {
    try {
      return await (this.#coming ??= sayWhenLate(bring(this.#load), say));
    } catch (error) {
      console.error(error);
      this.#coming = undefined;
      say(FIRST_WORDS.notLoaded);
      return undefined;
    }
  }
}
