/** The programs that readers change in one line: before and after they print what their question says. */
import { expect, test } from 'vitest';
import { sourcesOf } from '../../scripts/programs.ts';
import type { ProgramQuestion } from '../../src/tasks/kinds/program/schema.ts';
import { loadBook } from '../../src/tasks/practice/author/load.ts';
import { fullSettings } from '../../widgets/kit/contract/author-settings.ts';
import { loadWidgets } from '../../widgets/index.ts';
import { programOf } from '../../widgets/kit/python/program.ts';
import { PYTHON, printed } from './printed.ts';

const WIDGETS = await loadWidgets();
const asked = loadBook().questions.flatMap(({ question }) =>
  question.kind === 'program' ? [question as ProgramQuestion] : [],
);

test('six questions of the book have a program changed', () => {
  expect(asked.length).toBeGreaterThanOrEqual(6);
});

test.skipIf(!PYTHON).each(asked)('$id', { timeout: 120_000 }, (question) => {
  const { widget: tag, edit, settings } = question;
  const [widget, sources] = [WIDGETS[tag], sourcesOf(tag)];
  if (!widget || !sources) throw new RangeError(`${tag} has no program`);
  const program = programOf(sources, fullSettings(widget, settings, 'settings'));
  const around = program.split(edit.line);
  expect(around, `“${edit.line}” stands in the program once`).toHaveLength(2);
  const own = { unchanged: printed(program), changed: printed(around.join(edit.becomes)) };
  const found = Object.keys(question.printed).map((name) => [
    name,
    { unchanged: own.unchanged[name], changed: own.changed[name] },
  ]);
  expect(question.printed).toEqual(Object.fromEntries(found));
});
