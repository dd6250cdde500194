import { expect, test } from 'vitest';
import { draggable } from '../../src/components/draggable.ts';
import { loadBook } from '../../src/tasks/practice/author/load.ts';
import { slugOf } from '../../src/book/reading-order.ts';

const lessons = loadBook().lessons.filter(({ instances }) => instances.length > 0);
const all = lessons.flatMap((lesson) =>
  lesson.instances.map((one) => ({ ...one, lesson, page: `/lessons/${slugOf(lesson)}/` })),
);
const waits = all.filter(({ veil, ladder }) => (veil ?? ladder) !== undefined);
const open = all.filter(({ veil, ladder }) => (veil ?? ladder) === undefined);

test('a number may set an experiment of its own lesson', () => {
  expect(open.length).toBeGreaterThan(0);
  for (const { id, tag, page } of open) expect(draggable(page, id, '').widget.tag).toBe(tag);
});

test('a number stops the build where its lesson has no such experiment, or one that waits for a prediction', () => {
  for (const { page, lesson } of all) {
    const elsewhere = all.find((one) => one.lesson !== lesson)?.id ?? '';
    expect(() => draggable(page, elsewhere, '')).toThrow(
      `${lesson.file}, <Dragged of="${elsewhere}">: this page has no experiment with that id`,
    );
  }
  expect(waits.length).toBeGreaterThan(0);
  for (const { page, id } of waits) {
    expect(() => draggable(page, id, '')).toThrow(/waits for a prediction/);
  }
});
