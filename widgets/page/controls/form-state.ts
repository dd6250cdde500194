/** The form of a widget, read and filled. State lives in the form; sliders follow the exact inputs. */
import { fromOwnUnit, inOwnUnit } from '../../kit/contract/own-unit.ts';
import { shown } from '../../kit/draw/format.ts';
import type { AnySettings, NumberParam, Table, TextParam } from '../../kit/contract/params.ts';
import { positionOf, valueAt } from '../../kit/controls/slider.ts';
import { WORDS } from '#words/widgets/kit/words/words';
import { readTyped, type Typed } from './read-typed.ts';
import { Surfaces } from './surfaces.ts';
import type { Instance } from '../instance.ts';

type ControlInput = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export class FormState {
  readonly #form: HTMLFormElement;
  readonly #table: Table;
  readonly #surfaces: Surfaces;
  readonly #instance: Instance;
  /** Texts that cannot be read stay in their fields while their settings stand at these values. */
  #kept: Typed['kept'] = new Map();

  constructor(instance: Instance) {
    const form = instance.stage.part('form') as HTMLFormElement;
    const table = instance.widget.params as Table;
    this.#form = form;
    this.#table = table;
    this.#instance = instance;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', (event) => {
      const target = event.target as ControlInput;
      const slid = target.dataset['slides'];
      // A number half typed ("1" on the way to "16") is no setting yet.
      if (!slid) return;
      this.#follow(slid, Number(target.value));
      instance.drag(slid, this.#read().settings[slid] ?? '', true);
    });
    form.addEventListener('keydown', (event) => this.#key(event));
    form.addEventListener('change', (event) => {
      const { settings, notices, kept } = this.#read();
      this.#kept = kept;
      instance.tell(...notices);
      const target = event.target as ControlInput;
      const slid = target.dataset['slides'];
      if (!slid) this.fill(settings);
      if (kept.has(target.name)) return;
      instance.settle(settings, slid ?? target.name);
    });
    for (const type of ['keyup', 'focusout'])
      form.addEventListener(type, (event) => this.#settleMissed(event));
    this.#catchUp();
    this.#surfaces = new Surfaces(form, instance);
  }

  /** Sliders of the page that were moved before this code was here. */
  #catchUp(): void {
    for (const slider of this.#form.querySelectorAll<HTMLInputElement>('[data-slides][value]')) {
      const { value, defaultValue, dataset } = slider;
      if (value !== defaultValue) this.#follow(dataset['slides'] ?? '', Number(value));
    }
  }

  /** What the controls say now. */
  get settings(): AnySettings {
    return this.#read().settings;
  }

  /** Up and down lead the number of a field along the stops of its slider. */
  #key(event: KeyboardEvent): void {
    const stops = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    const slider = this.#slider((event.target as ControlInput).name);
    if (!stops || !slider) return;
    event.preventDefault();
    slider.stepUp(stops);
    for (const type of ['input', 'change'])
      slider.dispatchEvent(new Event(type, { bubbles: true }));
  }

  /** Firefox tells of no change where what is typed is what stood there before arrows led the number away. */
  #settleMissed({ target, type, key }: Event & { readonly key?: string }): void {
    if (type === 'keyup' && key !== 'Enter') return;
    const field = target as HTMLInputElement;
    if (field.type === 'number' && !this.#instance.settings.isNow(this.settings))
      field.dispatchEvent(new Event('change', { bubbles: true }));
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
    field.value = String(inOwnUnit(valueAt(param, position), param));
    this.#describe(name);
  }

  #describe(name: string): void {
    const param = this.#table[name] as NumberParam;
    const value = this.#field(name)?.value ?? '';
    const said = shown(fromOwnUnit(Number(value), param), param);
    const exact = this.#field(name)?.parentElement;
    if (said === value) delete exact?.dataset['shown'];
    else if (exact) exact.dataset['shown'] = said;
  }

  #read(): Typed {
    const typed = Object.keys(this.#table).flatMap((name) => {
      const field = this.#field(name);
      return field ? [[name, field.value] as const] : [];
    });
    return readTyped(this.#table, Object.fromEntries(typed), this.#instance.settings.now);
  }

  /** What is to be said of what stands in the fields. */
  get unread(): readonly string[] {
    return this.#read().notices;
  }

  /** Shows settings in the controls; a text that cannot be read stays until its setting is another. */
  fill(settings: AnySettings): void {
    for (const [name, param] of Object.entries(this.#table)) {
      const field = this.#field(name);
      if (!field || this.#kept.get(name) === settings[name]) continue;
      const isGone = this.#kept.delete(name);
      const set = settings[name] ?? '';
      const value = String(param.kind === 'number' ? inOwnUnit(Number(set), param) : set);
      field.value = value;
      // What was said of such a text goes with it.
      if (isGone) this.#instance.tell(...this.unread);
      const { options, say } = param as TextParam;
      if (options && field.value !== value) {
        // One that is not on the menu takes the place of the last such one.
        (field as HTMLSelectElement).length = options.length;
        (field as HTMLSelectElement).add(new Option(say?.(value) ?? WORDS.fromLink, value));
        field.value = value;
      }
      const slider = this.#slider(name);
      if (slider && param.kind === 'number') {
        slider.value = String(positionOf(param, Number(set)));
        this.#describe(name);
      }
    }
    this.#surfaces.show();
  }

  /** Hides or locks controls, as an instructor's link asks. */
  restrict(hidden: readonly string[], locked: readonly string[]): void {
    for (const control of this.#form.querySelectorAll<HTMLElement>('[data-param]')) {
      const name = control.dataset['param'] ?? '';
      control.hidden = hidden.includes(name);
      if (!locked.includes(name)) continue;
      control.title = WORDS.locked;
      control.querySelectorAll<ControlInput>('input, select, textarea').forEach((field) => {
        field.disabled = true;
      });
    }
    this.#surfaces.show();
  }
}
