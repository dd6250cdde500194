/** Hints and solution are offered after a try; what offers them is fetched then. */
import { NOT_LOADED } from '#words/widgets/page/late-words';
import type { QuestionFrame } from './question-frame.ts';

/** Brings the help of a question as soon as something has been tried. */
export function helpLater(frame: QuestionFrame): void {
  const { data, store } = frame;
  const bring = (): void => {
    if (store.entries(data.id, data.version).length === 0) return;
    store.removeEventListener('change', bring);
    import('./question-help.ts').then(
      ({ wakeHelp }) => wakeHelp(frame),
      (error: unknown) => {
        console.error(error);
        frame.part('verdict')?.append(` ${NOT_LOADED}`);
        store.addEventListener('change', bring);
      },
    );
  };
  store.addEventListener('change', bring);
  bring();
}
