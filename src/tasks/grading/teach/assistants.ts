/** The reading shared among assistants: their files are made and put together here, and each is read on this page too. */
import type { Remote } from 'comlink';
import { plain } from '../../../../widgets/kit/draw/format.ts';
import { BOTH, TEACH } from '#words/src/tasks/grading/teach/words';
import { readParcelIn } from '../pure/grade/parcels.ts';
import type { Estimate } from '../pure/stats/numbers.ts';
import { AssistantShare } from './assistant.ts';
import { saveFile } from '../../../../widgets/page/save-file.ts';
import { saveZip, type PageParts } from './page-parts.ts';
import type { GradeSide, MergeReport } from './protocol.ts';
import { ReadingQueue, type ReadingSource } from './reading.ts';

/** Wires what an instructor does with assistants; `onMerged` grades anew. */
export function wakeAssistants(
  parts: PageParts,
  worker: () => Promise<Remote<GradeSide>>,
  onMerged: () => Promise<void>,
): void {
  parts.pressed('split', async () => {
    const names = parts
      .field<HTMLTextAreaElement>('assistants')
      .value.split('\n')
      .map((name) => name.trim())
      .filter(Boolean);
    if (names.length === 0 || new Set(names).size < names.length) {
      parts.say('assistants-said', TEACH.noAssistants);
      return;
    }
    const grader = await worker();
    if ((await grader.reading(0)).left === 0) {
      parts.say('assistants-said', TEACH.nothingToRead);
      return;
    }
    const twice = Number(parts.field<HTMLSelectElement>('twice').value);
    const isPseudonymous = parts.field('parcel-pseudonyms').checked;
    saveZip('reading.zip', await grader.split(names, twice, isPseudonymous));
    parts.say('assistants-said', TEACH.parcels(names.length));
  });
  parts.chosen('read-files', async (files) => {
    const texts = await Promise.all(
      files.map(async (file) => [file.name, await file.text()] as const),
    );
    const report = await (await worker()).merge(texts);
    await onMerged();
    parts.say('assistants-said', reported(report));
  });
}

function reported(report: MergeReport): string {
  const { files, strangers, decisions, open, strange, twice, same, kappa } = report;
  const said = (found: Estimate | undefined, as: (value: number) => string): string =>
    found ? BOTH.estimate(as(found.value), as(found.low), as(found.high)) : BOTH.none;
  const percent = (value: number): string => BOTH.share(plain(Math.round(value * 100)));
  return [
    TEACH.merged(files, decisions, open),
    ...(twice > 0
      ? [
          TEACH.agreement(
            twice,
            said(same, percent),
            said(kappa, (value) => value.toFixed(2)),
          ),
        ]
      : []),
    ...(strange > 0 ? [TEACH.strange(strange)] : []),
    ...(strangers.length > 0 ? [TEACH.noReadFiles(strangers)] : []),
  ].join(' ');
}

/** Wires what an assistant does: a share is loaded, read, and saved. */
export function wakeShare(
  parts: PageParts,
  element: HTMLElement,
  draw: ReadingSource['draw'],
): void {
  let share: AssistantShare | undefined;
  let isSaved = true;
  const queue = new ReadingQueue(element, {
    at: async (skip) => (share ? share.at(skip) : { left: 0 }),
    decide: async (answer, said) => {
      await share?.decide(answer, said);
      isSaved = false;
      parts.say('share-said', TEACH.unsaved);
    },
    draw,
  });
  parts.chosen('share', async (files) => {
    const texts = await Promise.all(files.map((file) => file.text()));
    const found = texts.map((text) => AssistantShare.in(text)).find(Boolean) ?? share;
    if (!found) {
      parts.say('share-said', TEACH.noShare);
      return;
    }
    share = found;
    const { assistant, assignment, answers } = found.parcel;
    for (const text of texts) {
      const before = readParcelIn(text, assignment.hash);
      if (before?.assistant === assistant) found.goOn(before);
    }
    parts.say('share-said', TEACH.shareIs(assistant, assignment.title, answers.length));
    element.hidden = false;
    await queue.first();
  });
  parts.pressed('save-share', async () => {
    if (!share) return;
    const text = `${JSON.stringify(share.file, null, 1)}\n`;
    saveFile(share.fileName, text, 'application/json');
    isSaved = true;
    parts.say('share-said', '');
  });
  addEventListener('beforeunload', (event) => {
    if (!isSaved) event.preventDefault();
  });
}
