/** What a button in the text that sets an experiment up needs to know. Build only. */
import { readFileSync } from 'node:fs';
import { AuthorFault, fullSettings } from '../../widgets/kit/contract/author-settings.ts';
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import { answersAtOnce, type AnyWidget } from '../../widgets/kit/contract/widget.ts';
import { spreadable, type SpreadAsk } from '../../widgets/kit/spread/spread.ts';
import { writeLink } from '../../widgets/page/link.ts';
import type { LessonSource } from '../tasks/practice/contract.ts';
import { loadBook } from '../tasks/practice/author/load.ts';
import { guardsOf } from '../tasks/kinds/prediction/spoilers.ts';
import { lessonAt } from './cite.ts';
import { instance } from './instances.ts';

interface SetUp {
  readonly widget: AnyWidget;
  /** What differs from the experiment's start. */
  readonly when: AnySettings;
  /** The curve that is drawn under these settings. */
  readonly spread: SpreadAsk | undefined;
  /** The address, within the page, that opens the experiment with these settings. */
  readonly link: string;
  /** The prediction that the experiment waits for. */
  readonly veil: string | undefined;
  /** Every prediction that is to be made first. */
  readonly after: readonly string[];
}

/** What an author writes. */
export interface SetUpProps {
  /** The experiment's id. */
  readonly of: string;
  /** One of its situations, by id. */
  readonly situation?: string;
  /** Settings that differ from its start, or from that situation. */
  readonly when?: AnySettings;
  /** A curve to be drawn under these settings: a measure over a setting. */
  readonly spread?: SpreadAsk;
}
const PROPS = ['of', 'situation', 'when', 'spread'];

/**
 * What the words on a page of the book set up. An unknown experiment, situation, setting or prop stops the build and names
 * the file and the line.
 */
export function setUp(page: string, props: SetUpProps): SetUp {
  const lesson = lessonAt(page);
  const { of } = props;
  try {
    return found(lesson, props);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const place = lesson ? `${lesson.file}:${lineOf(lesson.file, props)}` : page;
    throw new AuthorFault(`${place}, <SetUp of="${of}">: ${why}`, { cause: error });
  }
}

function found(lesson: LessonSource | undefined, props: SetUpProps): SetUp {
  const other = Object.keys(props).find((name) => !PROPS.includes(name));
  if (other !== undefined) throw new Error(`there is no "${other}"; it takes ${PROPS.join(', ')}`);
  const { of, situation, spread } = props;
  const placed = lesson?.instances.find(({ id }) => id === of);
  if (!placed) {
    const known = lesson?.instances.map(({ id }) => id).join(', ') ?? '';
    throw new Error(`this page has no experiment with that id; it has ${known || 'none'}`);
  }
  const { widget, start } = instance(of);
  const preset = widget.presets.find(({ id }) => id === situation);
  if (situation !== undefined && !preset) {
    const known = widget.presets.map(({ id }) => id).join(', ');
    throw new Error(`${widget.tag} has no situation "${situation}"; it has ${known || 'none'}`);
  }
  const when = { ...preset?.settings, ...props.when };
  const settings = fullSettings(widget, { ...placed.settings, ...when }, 'when');
  const veil = placed.veil ?? placed.ladder;
  const guards = guardsOf(loadBook(), lesson?.id, { instance: of, start, settings });
  // Settings that wait for a prediction cannot be set before it.
  const moved = Object.keys(placed.after).filter(
    (name) => name in settings && settings[name] !== start[name],
  );
  const waits = moved.map((name) => placed.after[name] ?? '');
  const after = new Set([...(veil === undefined ? [] : [veil]), ...guards, ...waits]);
  checkSpread(widget, spread);
  const link = `${writeLink(widget, of, start, { settings, ...(spread && { spread }) }, '')}#${of}`;
  return { widget, when, spread, link, veil, after: [...after] };
}

/** A curve that a press in the text draws is there at once: nothing is trained for it. */
function checkSpread(widget: AnyWidget, spread: SpreadAsk | undefined): void {
  if (!spread) return;
  const { param, measure } = spread;
  const known = spreadable(widget).map(([name]) => name);
  if (!known.includes(param))
    throw new Error(`"${param}" cannot be spread; what can is ${known.join(', ')}`);
  const measures = Object.keys(widget.measures);
  if (!measures.includes(measure))
    throw new Error(`there is no measure "${measure}"; there are ${measures.join(', ')}`);
  if (!answersAtOnce(widget)) throw new Error(`a spread of ${widget.tag} has to be trained`);
}

/** The line of the first such tag that says all this. */
function lineOf(file: string, { when, spread, ...props }: SetUpProps): number {
  const text = readFileSync(file, 'utf8');
  const inside = [...Object.entries(when ?? {}), ...Object.entries(spread ?? {})].flat();
  const said = [...Object.values(props), ...inside].map(String);
  const tags = [...text.matchAll(/<SetUp\b[\s\S]*?>/g)];
  const tag = tags.find(([source]) => said.every((one) => source.includes(one)));
  return text.slice(0, tag?.index ?? 0).split('\n').length;
}
