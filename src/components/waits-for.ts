/** What words that wait for a prediction need to know. Build only. */
import { AuthorFault } from '../../widgets/kit/contract/author-settings.ts';
import { loadBook } from '../tasks/practice/author/load.ts';
import { lessonAt } from './cite.ts';

/** The id itself. It stops the build where the page's lesson asks for no such prediction: the words would never be shown. */
export function waitsFor(page: string, id: string): string {
  const lesson = lessonAt(page);
  const own = loadBook().questions.filter((one) => one.lesson === lesson?.id);
  const known = own.filter(({ kind }) => kind.role === 'prediction').map((one) => one.question.id);
  if (known.includes(id)) return id;
  throw new AuthorFault(
    `${lesson?.file ?? page}, <After of="${id}">: this lesson asks for no such prediction; it has ${known.join(', ') || 'none'}`,
  );
}
