/** What begins without a touch: the front page's memory of the reading, what is past, what a student works on, what grades a class. */
import { sayPast } from './tasks/sets/page/due.ts';

/** Brings the code of what stands on the page, and no other. Safe to call twice. */
export async function wake(page: ParentNode): Promise<void> {
  if (page.querySelector('[data-contents]')) {
    (await import('./book/show-reading.ts')).showReading(page);
  }
  sayPast(page);
  if (page.querySelector('book-assignment')) {
    (await import('./tasks/sets/page/assignment-element.ts')).defineAssignment();
  }
  if (page.querySelector('book-set')) {
    (await import('./tasks/sets/page/set-element.ts')).defineSet();
  }
  if (page.querySelector('book-compose')) {
    (await import('./tasks/sets/compose/compose-element.ts')).defineCompose();
  }
  if (page.querySelector('book-course')) {
    (await import('./lms/page/course-element.ts')).defineCourse();
  }
  if (page.querySelector('book-kept')) {
    (await import('./app/kept-element.ts')).defineKept();
  }
  if (page.querySelector('book-notebook')) {
    (await import('./margin/notebook-element.ts')).defineNotebook();
  }
  if (page.querySelector('book-review')) {
    (await import('./review/page/review-element.ts')).defineReview();
  }
  if (page.querySelector('book-preview')) {
    (await import('./tasks/grading/teach/preview-element.ts')).definePreview();
  }
  if (page.querySelector('book-teach')) {
    (await import('./tasks/grading/teach/teach-element.ts')).defineTeach();
  }
}
