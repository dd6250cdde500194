/** What only a page with a lesson begins with: what was read of it is remembered, and marked. */
import { rememberReading } from './book/reading.ts';
import { markWhenAsked, showMarks } from './margin/ask.ts';

markWhenAsked();

/** Wakes the lessons of a page. */
export function wakeLessons(page: ParentNode): void {
  rememberReading(page);
  showMarks(page);
}
