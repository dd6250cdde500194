/** What a reader takes away from an experiment: its address, a citation, a file. Fetched when somebody nears its buttons. */
import type { Address } from './address.ts';
import { OUTCOME, type OutcomeDetail } from '../kit/contract/border.ts';
import { citation } from '../kit/record/citation.ts';
import { copyText } from './clipboard.ts';
import { aboutOf } from '../kit/python/about.ts';
import { notebookOf, programOf } from '../kit/python/program.ts';
import { csv } from '../kit/record/csv.ts';
import type { Linked } from './link.ts';
import type { AnySettings } from '../kit/contract/params.ts';
import { sourcesOf } from './python.ts';
import type { RunRecord, RunResult } from '../kit/record/run-record.ts';
import { saveFile } from './save-file.ts';
import type { AnyWidget } from '../kit/contract/widget.ts';
import { HAND_OUT_WORDS } from '#words/widgets/kit/words/hand-out-words';

export type LinkState = Partial<Linked> & { readonly settings: AnySettings };

/** Copies a link to the present state; resolves with the sentence that says what it opens. */
export async function copyLink(address: Address, state: LinkState): Promise<string> {
  const pinned = state.pin !== undefined;
  const copied = await copyText(address.of(state));
  return copied
    ? HAND_OUT_WORDS.linkCopied(pinned, state.spread !== undefined)
    : HAND_OUT_WORDS.linkShown;
}

/** Copies a run for a hand-in; the address opens that run and nothing else. Resolves with a sentence. */
export async function copyCitation(
  widget: AnyWidget,
  run: RunRecord,
  from: {
    readonly address: Address;
    readonly title: string;
    readonly trainedOn?: string | undefined;
  },
): Promise<string> {
  const address = from.address.of({ settings: run.settings });
  const text = citation(widget, run, { title: from.title, trainedOn: from.trainedOn, address });
  return (await copyText(text)) ? HAND_OUT_WORDS.cited : HAND_OUT_WORDS.citeShown(text);
}

/** Copies the program of these settings; resolves with the sentence that says so, and with buttons that save it as a file. */
export async function copyPython(
  { tag }: Pick<AnyWidget, 'tag'>,
  settings: AnySettings,
  id: string,
): Promise<readonly [sentence: string, ...saving: HTMLButtonElement[]]> {
  const sources = await sourcesOf(tag);
  const program = programOf(sources, settings);
  const saving = (label: string, name: string, text: string, type: string): HTMLButtonElement => {
    const button = Object.assign(document.createElement('button'), {
      ...{ type: 'button', className: 'save' },
      textContent: label,
    });
    button.addEventListener('click', () => saveFile(name, text, type));
    return button;
  };
  const { pythonCopied, pythonShown, savePython, saveNotebook } = HAND_OUT_WORDS;
  const [file, isNetwork] = [`${id}.py`, aboutOf(sources.program).trains];
  return [
    ((await copyText(program)) ? pythonCopied : pythonShown)(file, isNetwork),
    saving(savePython, file, program, 'text/x-python'),
    saving(saveNotebook, `${id}.ipynb`, notebookOf(sources, settings), 'application/x-ipynb+json'),
  ];
}

/** Saves a run's table as a file; returns the sentence that says so. */
export function saveTable(widget: AnyWidget, run: RunResult, id: string): string {
  const { head, rows } = widget.tabulate(run.settings, run.outcome);
  const name = `${id}.csv`;
  saveFile(name, csv(head, rows), 'text/csv');
  return HAND_OUT_WORDS.downloaded(name);
}

/** Shows below the row of tools what was handed out of these settings, until a run of others has ended. */
export function confirm(
  experiment: Element,
  sentence: string,
  settings: AnySettings,
  ...further: readonly Node[]
): void {
  experiment.querySelector('[data-part="handed"]')?.remove();
  const place = document.createElement('p');
  place.className = 'handed';
  place.setAttribute('data-part', 'handed');
  place.append(sentence, ...further.flatMap((one) => [' ', one]));
  experiment.querySelector('.tools')?.after(place);
  const onRun = ({ detail }: CustomEvent<OutcomeDetail>): void => {
    // The run that was handed out may be said to have ended a moment later.
    if (JSON.stringify(detail.run.settings) === JSON.stringify(settings)) return;
    place.remove();
    experiment.removeEventListener(OUTCOME, onRun as EventListener);
  };
  experiment.addEventListener(OUTCOME, onRun as EventListener);
}
