/** The programs that readers change in one line: before and after they print what their question says. */
import { expect, test } from 'vitest';
import { slugOf } from '../../src/book/reading-order.ts';
import { sourcesOf } from '../../scripts/programs.ts';
import type { ProgramQuestion } from '../../src/tasks/kinds/program/schema.ts';
import { readStockOf } from '../../src/tasks/sets/author/load.ts';
import { inOwn } from '../../src/tasks/sets/pure/variants/in-own.ts';
import { settingsIn } from '../../src/tasks/sets/pure/variants/variant.ts';
import { loadBook } from '../../src/tasks/practice/author/load.ts';
import { fullSettings } from '../../widgets/kit/contract/author-settings.ts';
import { loadWidgets } from '../../widgets/index.ts';
import { programOf } from '../../widgets/kit/python/program.ts';
import { ALL } from '../all.ts';
import { PYTHON, printed } from './printed.ts';

const WIDGETS = await loadWidgets();
const asked = loadBook().questions.flatMap(({ question, lesson }) =>
  question.kind === 'program'
    ? [{ ...(question as ProgramQuestion), of: slugOf({ id: lesson }) }]
    : [],
);
/** Items of sets, for some of what is drawn in them. */
const graded = readStockOf().source.items.flatMap((item) =>
  item.kind === 'program' && Object.keys(item.draw).length > 0
    ? item.printed.slice(0, ALL ? Infinity : 3).map(({ at, of }) => ({
        ...{
          id: `${item.id} ${JSON.stringify(at)}`,
          widget: item.widget,
          of: 'a set',
          printed: of,
        },
        settings: settingsIn(item.settings, at),
        edit: { line: item.edit.line, becomes: inOwn(item.edit.becomes, at, String) },
      }))
    : [],
);

test('six questions of the book have a program changed', () => {
  expect(asked.length).toBeGreaterThanOrEqual(6);
});

test.skipIf(!PYTHON).each([...asked, ...graded])(
  '$id in $of, of $widget',
  { timeout: 120_000 },
  (question) => {
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
  },
);
