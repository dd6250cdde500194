/**
 * What every page starts with, in one file: a request costs more than any of these parts. Each wakes only elements that
 * are there; a widget's own code is fetched when a reader first touches it.
 */
import { defineWidget } from '../widgets/page/define-widget.ts';
import type { AnyWidget } from '../widgets/kit/contract/widget.ts';
import { defineYours } from './components/yours.ts';
import { defineQuestions } from './questions/page/question-element.ts';
import { followOnPaper } from './book/paper-address.ts';
import { rememberReading, showReading } from './book/reading.ts';

/** A widget's folder, its element and what its facts call themselves have one name. */
const widgets = import.meta.glob<Readonly<Record<string, AnyWidget>>>([
  '../widgets/experiments/*/widget.ts',
]);

for (const [path, load] of Object.entries(widgets)) {
  const tag = path.split('/').at(-2) ?? '';
  defineWidget(tag, async () => {
    const facts = Object.values(await load()).find((one) => one.tag === tag);
    if (!facts) throw new Error(`${path} exports no widget with the tag ${tag}`);
    return facts;
  });
}
defineYours();
defineQuestions();
followOnPaper(document);
rememberReading(document);
showReading(document);
