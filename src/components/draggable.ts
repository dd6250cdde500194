/** What a number that is dragged needs to know of its experiment. Build only. */
import { AuthorFault } from '../../widgets/kit/contract/author-settings.ts';
import { lessonAt } from './cite.ts';
import { instance, type Found } from './instances.ts';

/**
 * The experiment that a number on a page of the book sets. It stops the build where the page has no such experiment, or
 * where that one waits for a prediction, which a number beside it would give away.
 */
export function draggable(page: string, of: string, param: string): Found {
  const lesson = lessonAt(page);
  const what = `${lesson?.file ?? page}, <Dragged of="${of}">`;
  const placed = lesson?.instances.find(({ id }) => id === of);
  if (!placed) throw new AuthorFault(`${what}: this page has no experiment with that id`);
  if ((placed.veil ?? placed.ladder ?? placed.after[param]) !== undefined) {
    throw new AuthorFault(`${what}: it waits for a prediction, which the number would give away`);
  }
  return instance(of);
}
