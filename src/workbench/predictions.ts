/** A prediction in every form about the workbench's experiment, read and drawn as those of lessons are. */
import { pageData } from '../tasks/practice/author/page-data.ts';
import { readBook } from '../tasks/practice/author/load.ts';
import { questionMarkup } from '../tasks/practice/server/question-markup.ts';
import { everyPart } from './every-part/widget.ts';

const LESSON = 'content/workbench/00-workbench';
const prices = [1, 4, 9].map((price) => ({
  ...{ id: `price-${price}`, text: `At ${price}`, when: { price } },
}));
/** What is asked in each form; the total is the price times the 325 requests of the day. */
const FORMS = {
  number: { measure: 'total', when: { price: 3 }, min: 0, max: 5000 },
  numbers: {
    numbers: [
      { id: 'three', label: 'At 3', measure: 'total', when: { price: 3 } },
      { id: 'six', label: 'At 6', measure: 'total', when: { price: 6 } },
    ],
  },
  curve: {
    ...{ measure: 'total', min: 0, max: 4000 },
    spread: { param: 'price', values: [0, 2, 4, 6, 8, 10] },
  },
  choice: {
    when: { price: 4 },
    options: [
      { id: 'less', text: 'Under 1,000.', holds: { total: { below: 1000 } } },
      {
        ...{ id: 'more', text: '1,000 or more.', holds: { total: { atLeast: 1000 } } },
        feedback: 'How many ask in a day?',
      },
    ],
  },
  order: { measure: 'total', ends: ['least', 'most'], items: prices },
};

/** The HTML of all of them. */
export async function predictions(id: string): Promise<string> {
  const written = Object.entries(FORMS).map(([form, own]) => ({
    ...{ id: `workbench-${form}`, version: 1, kind: 'prediction', form, instance: id },
    ...{ objective: 'See it.', prompt: `A prediction of the form _${form}_.` },
    ...{ after: 'The total is the price for each request.', ...own },
  }));
  const book = readBook(
    new Map([
      [`${LESSON}.mdx`, `<EveryPart id="${id}" />`],
      [`${LESSON}.questions.yaml`, JSON.stringify(written)],
    ]),
  );
  const context = { book, widgets: { [everyPart.tag]: everyPart } };
  const all = book.questions.map((one) => questionMarkup(one, pageData(context, one)));
  return (await Promise.all(all)).map(({ markup }) => markup).join('');
}
