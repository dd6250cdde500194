/** The form of a widget, read and filled. State lives in the form; sliders follow the exact inputs. */
import { withUnit } from '../../kit/draw/format.ts';
import type { Paint } from './paint.ts';
import { askAgain, sayWhenLate } from '../late.ts';
import {
  readSettings,
  type AnySettings,
  type NumberParam,
  type Table,
} from '../../kit/contract/params.ts';
import { positionOf, valueAt } from '../../kit/controls/slider.ts';
import { FIRST_WORDS } from '../../kit/words/first-words.ts';
import { WORDS } from '../../kit/words/words.ts';

type ControlInput = HTMLInputElement | HTMLSelectElement;

interface FormListener {
  /** The value of the control with this name moves under the reader's hand. */
  readonly onDrag: (settings: AnySettings, changed: string) => void;
  /** The reader has let go of the control with this name: these settings count. */
  readonly onSettle: (settings: AnySettings, changed: string) => void;
  /** What could not be taken as typed. */
  readonly onNotice: (sentences: readonly string[]) => void;
}

export class FormState {
  readonly #form: HTMLFormElement;
  readonly #table: Table;
  readonly #listener: FormListener;
  /** Grids that have been opened, by the control they belong to. */
  readonly #paints = new Map<string, Paint>();
  /** How their code stands. */
  #paintIs: 'asked' | 'late' | undefined;

  constructor(form: HTMLFormElement, table: Table, listener: FormListener) {
    this.#form = form;
    this.#table = table;
    this.#listener = listener;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', (event) => {
      const target = event.target as ControlInput;
      const slid = target.dataset['slides'];
      // A number half typed ("1" on the way to "16") is no setting yet.
      if (!slid) return;
      this.#follow(slid, Number(target.value));
      listener.onDrag(this.#read().settings, slid);
    });
    form.addEventListener('change', (event) => {
      const { settings, notices } = this.#read();
      listener.onNotice(notices);
      const target = event.target as ControlInput;
      const slid = target.dataset['slides'];
      if (!slid) this.fill(settings);
      listener.onSettle(settings, slid ?? target.name);
    });
  }

  /** What the controls say now. */
  get settings(): AnySettings {
    return this.#read().settings;
  }

  /** Opens or closes the cells of a control that can be painted; their code is fetched when they are first opened. */
  async paint(name = ''): Promise<void> {
    const param = this.#table[name];
    const place = this.#form.querySelector<HTMLElement>(`[data-paint="${name}"]`);
    if (!place || param?.kind !== 'text' || !param.grid) return;
    const say = (sentence: string): void => this.#listener.onNotice([sentence]);
    if (this.#paintIs === 'late') return askAgain(say, () => this.#paintIs === 'late');
    // Pressed twice before it is here, it would open and close.
    if (this.#paintIs === 'asked') return;
    this.#paintIs = 'asked';
    const onLate = (sentence: string): void => {
      this.#paintIs = 'late';
      say(sentence);
    };
    try {
      const { Paint } = await sayWhenLate(import('./paint.ts'), onLate);
      const field = this.#field(name) as HTMLInputElement;
      const paint = this.#paints.get(name) ?? new Paint(place, field, param.label, param.grid);
      this.#paints.set(name, paint);
      paint.toggle();
    } catch (error) {
      console.error(error);
      say(FIRST_WORDS.notLoaded);
    } finally {
      this.#paintIs = undefined;
    }
  }

  #field(name: string): ControlInput | null {
    return this.#form.elements.namedItem(name) as ControlInput | null;
  }

  #slider(name: string): HTMLInputElement | null {
    return this.#form.querySelector(`[data-slides="${name}"]`);
  }

  #follow(name: string, position: number): void {
    const param = this.#table[name] as NumberParam;
    const field = this.#field(name);
    if (!field) return;
    field.value = String(valueAt(param, position));
    this.#describe(name);
  }

  #describe(name: string): void {
    const param = this.#table[name] as NumberParam;
    const value = this.#field(name)?.value ?? '';
    this.#slider(name)?.setAttribute('aria-valuetext', withUnit(value, param.unit));
  }

  #read(): { settings: AnySettings; notices: readonly string[] } {
    const typed = Object.keys(this.#table).flatMap((name) => {
      const field = this.#field(name);
      return field ? [[name, field.value] as const] : [];
    });
    const reading = readSettings(this.#table, Object.fromEntries(typed));
    const clamped = Object.entries(reading.clamped).map(([name, { asked, used }]) =>
      WORDS.clamped(this.#table[name]?.label ?? name, String(asked), String(used)),
    );
    const unreadable = reading.unreadable.map(({ name, text, wanted }) =>
      WORDS.typed(this.#table[name]?.label ?? name, text.slice(0, 60), wanted),
    );
    return { settings: reading.settings as AnySettings, notices: [...clamped, ...unreadable] };
  }

  /** Shows settings in the controls. */
  fill(settings: AnySettings): void {
    for (const [name, param] of Object.entries(this.#table)) {
      const field = this.#field(name);
      if (!field) continue;
      const value = String(settings[name]);
      if (
        field instanceof HTMLSelectElement &&
        ![...field.options].some((o) => o.value === value)
      ) {
        field.add(new Option(WORDS.fromLink, value));
      }
      field.value = value;
      const slider = this.#slider(name);
      if (slider && param.kind === 'number') {
        slider.value = String(positionOf(param, Number(value)));
        this.#describe(name);
      }
    }
    this.#paints.forEach((paint) => paint.show());
  }

  /** Hides or locks controls, as an instructor's link asks. */
  restrict(hidden: readonly string[], locked: readonly string[]): void {
    for (const control of this.#form.querySelectorAll<HTMLElement>('[data-param]')) {
      const name = control.dataset['param'] ?? '';
      control.hidden = hidden.includes(name);
      if (!locked.includes(name)) continue;
      control.title = WORDS.locked;
      control.querySelectorAll<ControlInput>('input, select').forEach((field) => {
        field.disabled = true;
      });
    }
    this.#paints.forEach((paint) => paint.show());
  }
}
