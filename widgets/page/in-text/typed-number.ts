/** A field to type a number in that is otherwise pulled: a digit or Enter opens it, as a press may, and Enter, Escape or leaving closes it. */

/** The number that is typed. */
export interface TypedHost {
  readonly value: () => number;
  /** What was typed as a value that the number can have; nothing where it is no number. */
  readonly read: (text: string) => number | undefined;
  /** Takes a value as from a hand that has not let go. */
  readonly put: (value: number) => void;
  /** It has been let go. */
  readonly settle: () => void;
  /** Takes a text as it was typed, where somebody else reads it and says what cannot be had; absent: what is `read` of it is taken. */
  readonly type?: (text: string) => void;
  /** Where the focus goes back to. */
  readonly focus: () => void;
}

/** Types into `field`, which is hidden until it is opened. */
export class TypedNumber {
  readonly #field: HTMLInputElement;
  readonly #host: TypedHost;
  #from = 0;

  constructor(field: HTMLInputElement, host: TypedHost) {
    this.#field = field;
    this.#host = host;
    // What the page hears of is the number.
    for (const type of ['input', 'change']) {
      field.addEventListener(type, (event) => event.stopPropagation());
    }
    field.addEventListener('input', () => this.#follow());
    field.addEventListener('blur', () => this.#close(field.value));
    field.addEventListener('keydown', ({ key, isComposing }) => {
      if (isComposing || (key !== 'Enter' && key !== 'Escape')) return;
      if (key === 'Escape') field.value = '';
      host.focus();
    });
  }

  /** Opens the field for a key that begins a number; false for any other. */
  key(event: KeyboardEvent): boolean {
    const { key, altKey, ctrlKey, metaKey } = event;
    const isDigit = /^\d$/.test(key);
    if (altKey || ctrlKey || metaKey || !(isDigit || key === 'Enter')) return false;
    event.preventDefault();
    this.open(isDigit ? key : undefined);
    return true;
  }

  /** Opens the field, with what was typed already or with the number as it is. */
  open(begun?: string): void {
    this.#from = this.#host.value();
    this.#field.value = begun ?? String(this.#from);
    this.#field.hidden = false;
    this.#field.focus({ preventScroll: true });
    if (begun === undefined) this.#field.select();
    else this.#follow();
  }

  /** What is typed is drawn at once where the number can have it. */
  #follow(): void {
    const { value } = this.#field;
    const to = this.#host.read(value);
    if (to === Number(value)) this.#host.put(to);
  }

  /** With nothing, all is as it was. */
  #close(text: string): void {
    const { read, put, settle, type } = this.#host;
    this.#field.hidden = true;
    if (type && text.trim() !== '') return type(text);
    put(read(text) ?? this.#from);
    settle();
  }
}
