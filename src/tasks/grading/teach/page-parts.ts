/** How the page that grades finds its own parts, and what all of them do alike. */
import { saveFile } from '../../../../widgets/page/save-file.ts';
import { zippedBytes } from '../../../book/zipped.ts';
import type { Files } from './protocol.ts';
import { TEACH } from '#words/src/tasks/grading/teach/words';

export class PageParts {
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  part(name: string): HTMLElement {
    return this.#root.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }

  /** A field by its name. */
  field<T extends HTMLElement = HTMLInputElement>(name: string): T {
    return this.#root.querySelector(`[name="${name}"]`) as T;
  }

  say(part: string, sentence: string): void {
    this.part(part).textContent = sentence;
  }

  /** Does something that takes a while; what breaks is said. */
  doing(what: () => Promise<void>): void {
    what().catch((error: unknown) => {
      console.error(error);
      this.say('said', TEACH.failed(error instanceof Error ? error.message : String(error)));
    });
  }

  /** When a button is pressed. */
  pressed(name: string, what: () => Promise<void>): void {
    this.#root
      .querySelector(`[data-does="${name}"]`)
      ?.addEventListener('click', () => this.doing(what));
  }

  /** When files are chosen; the same file may be chosen again. */
  chosen(name: string, what: (files: readonly File[]) => Promise<void>): void {
    const input = this.field(name);
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      if (files.length > 0) this.doing(() => what(files));
    });
  }
}

/** Offers files as one. */
export const saveZip = (name: string, files: Files): void =>
  saveFile(name, zippedBytes(files), 'application/zip');
