/** The key’s page shows the variants of any student: a number is typed, and every item is filled with what that student gets. */
import { exact } from '../../../../widgets/kit/draw/format.ts';
import { PREVIEW } from '#words/src/tasks/grading/teach/words';
import type { Assignment } from '../../sets/pure/format/assignment.ts';
import { normalised } from '../../sets/pure/variants/student.ts';
import { drawn, variantOf } from '../../sets/pure/variants/variant.ts';

class PreviewElement extends HTMLElement {
  connectedCallback(): void {
    if ('awake' in this.dataset) return;
    this.dataset['awake'] = '';
    const form = this.querySelector<HTMLFormElement>('[data-part="preview"]');
    const field = form?.querySelector<HTMLInputElement>('[name="student-number"]');
    const said = this.querySelector('[data-part="previewed"]');
    const text = this.querySelector('[data-part="preview-data"]')?.textContent;
    if (!form || !field || !said || !text) return;
    const assignment = JSON.parse(text) as Assignment;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (normalised(field.value) === '') {
        said.textContent = PREVIEW.noNumber;
        field.focus();
        return;
      }
      this.#show(assignment, field.value);
      said.textContent = PREVIEW.shown(field.value.trim());
    });
  }

  #show(assignment: Assignment, number: string): void {
    for (const item of assignment.items) {
      const place = this.querySelector<HTMLElement>(`[data-item="${item.id}"]`);
      if (!place) continue;
      const seed = variantOf(assignment, item, number);
      const values = drawn(item, seed);
      for (const one of place.querySelectorAll<HTMLElement>('[data-drawn]'))
        one.textContent = exact(values[one.dataset['drawn'] ?? ''] ?? '');
      const right = place.querySelector('[data-part="right"]');
      const variant = place.querySelector('[data-part="variant"]');
      const answer = place.querySelector(`[data-seed="${seed}"] [data-part="answer"]`);
      if (right) right.textContent = answer?.textContent ?? '';
      if (variant) variant.textContent = PREVIEW.variant(seed);
    }
  }
}

/** Defines the element. Safe to call twice. */
export function definePreview(): void {
  if (!customElements.get('book-preview')) customElements.define('book-preview', PreviewElement);
}
