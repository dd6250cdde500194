/**
 * What every page starts with, in one file: a request costs more than any of these parts. Each wakes only elements that
 * are there; a widget's own code is fetched when a reader first touches it.
 */
import { defineWidget } from '../widgets/page/define-widget.ts';
import { loadersOf, type FactsModule } from '../widgets/load.ts';
import { defineYours } from './components/yours.ts';
import { defineQuestions } from './questions/page/question-element.ts';
import { followOnPaper } from './book/paper-address.ts';
import { PAGE_ADDED } from './book/page-added.ts';
import { rememberReading, showReading } from './book/reading.ts';

/** A widget's folder, its element and what its facts call themselves have one name. */
const widgets = loadersOf(import.meta.glob<FactsModule>('../widgets/experiments/*/widget.ts'));

for (const [tag, load] of widgets) defineWidget(tag, load);
defineYours();
defineQuestions();
followOnPaper(document);
rememberReading(document);
showReading(document);
// The way back may lead to a page that was put away as it stood.
addEventListener('pageshow', ({ persisted }) => persisted && showReading(document));
document.addEventListener(PAGE_ADDED, ({ target }) => {
  rememberReading(target as Element);
  showReading(target as Element);
});
