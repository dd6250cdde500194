/** What every task on the page has, in a lesson or in a set: its parts, what is pressed in it, and the note that its answer is kept. */
export class TaskFrame {
  readonly element: HTMLElement;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  /** The element with this name inside the task. */
  part(name: string): HTMLElement | null {
    return this.element.querySelector(`[data-part="${name}"]`);
  }

  /** Calls `press` when the button with this name is pressed. */
  on(name: string, press: () => void): void {
    this.element.querySelector(`[data-does="${name}"]`)?.addEventListener('click', press);
  }

  /** Calls `submit` when the form is submitted, by button or by the Enter key. */
  onSubmit(submit: () => void): void {
    this.element.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      submit();
    });
  }

  /** Says where the answer is kept; `isLost` when it is not. */
  note(sentence: string, isLost = false): void {
    const saved = this.part('saved');
    if (!saved) return;
    saved.textContent = sentence;
    saved.toggleAttribute('data-lost', isLost);
  }
}
