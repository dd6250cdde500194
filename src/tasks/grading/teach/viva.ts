/** Viva sheets on the page: made by the book’s own workers, and printed by the browser. */
import { setMarkup } from '../../../../widgets/run/page/trusted-types.ts';
import type { AnyWidget } from '../../../../widgets/kit/contract/widget.ts';
import { TEACH } from '#words/src/tasks/grading/teach/words';
import { citedWidgets } from '../../sets/pure/format/cited-widgets.ts';
import type { Key } from '../../sets/pure/format/assignment.ts';
import { normalised } from '../../sets/pure/variants/student.ts';
import type { Rerun } from '../pure/grade/reruns.ts';
import type { VivaHand } from '../pure/viva/hand.ts';
import { sheetMarkup } from '../pure/viva/print.ts';
import { sheetsOf, type Sheet } from '../pure/viva/sheets.ts';
import { repeatOnPage } from './repeat.ts';

/** For so many milliseconds the page may be busy before it answers its reader again. */
const BUSY = 8;

/** What sheets are made of. */
export interface VivaSource {
  readonly key: Key;
  /** A few students, from this place on; none behind the last. */
  readonly hands: (from: number) => Promise<readonly VivaHand[]>;
  readonly widgetOf: (tag: string) => Promise<AnyWidget | undefined>;
}

/** The sheets of a class as it is graded now, each with the number in the student’s file. */
type Made = readonly (readonly [number: string, sheet: Sheet])[];

export class Vivas {
  readonly #source: VivaSource;
  readonly #stop = new AbortController();
  #made: Promise<Made> | undefined;
  #since = 0;
  #say: (sentence: string) => void = () => undefined;

  constructor(source: VivaSource) {
    this.#source = source;
  }

  /** Prints the sheets of all, or that of one student, by the number in their file; how far it is goes to `say`. */
  async print(say: (sentence: string) => void, number?: string): Promise<void> {
    const { key } = this.#source;
    this.#say = say;
    const made = await (this.#made ??= this.#make()).catch((error: unknown) => {
      this.#made = undefined;
      if (this.#stop.signal.aborted) return [];
      throw error;
    });
    const meant = made.filter(
      ([own]) => number === undefined || normalised(own) === normalised(number),
    );
    const room = Object.assign(document.createElement('div'), { className: 'viva-prints' });
    for (const [, sheet] of meant) {
      const one = document.createElement('div');
      setMarkup(one, sheetMarkup(key.assignment.title, sheet));
      room.append(...one.children);
      await this.#breath();
    }
    if (this.#stop.signal.aborted) return;
    for (const old of document.querySelectorAll('body > .viva-prints')) old.remove();
    document.body.append(room);
    addEventListener('afterprint', () => room.remove(), { once: true });
    say(TEACH.vivas(meant.length, meant.length));
    print();
  }

  /** Of a class that is graded anew nothing is printed any more. */
  close(): void {
    this.#stop.abort();
  }

  async #make(): Promise<Made> {
    const { key, widgetOf } = this.#source;
    const hands: VivaHand[] = [];
    for (let more = await this.#source.hands(0); more.length > 0;) {
      hands.push(...more);
      more = await this.#source.hands(hands.length);
    }
    const found = await Promise.all(
      citedWidgets(key.assignment).map(async (tag) => [tag, await widgetOf(tag)] as const),
    );
    const widgets = Object.fromEntries(
      found.flatMap(([tag, widget]) => (widget ? [[tag, widget]] : [])),
    );
    const sheets = await sheetsOf(
      key,
      widgets,
      hands,
      async (runs) => {
        const reruns = new Map<string, Rerun>();
        const { signal } = this.#stop;
        await repeatOnPage(runs, widgetOf, signal, async (done) => {
          for (const [name, rerun] of done) reruns.set(name, rerun);
          this.#say(TEACH.vivaRuns(reruns.size, runs.length));
        });
        signal.throwIfAborted();
        return reruns;
      },
      async (done) => {
        if (await this.#breath()) this.#say(TEACH.vivas(done, hands.length));
      },
    );
    return sheets.map((sheet, i) => [hands[i]?.number ?? '', sheet]);
  }

  /** Lets the page answer, if it was busy; whether it was. */
  async #breath(): Promise<boolean> {
    if (performance.now() - this.#since < BUSY) return false;
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
    return true;
  }
}
