/** A panel: what is drawn, under its title and a note. */
import { svg, type Ghost, type Markup } from './markup.ts';
import { part, type Part } from './part.ts';
import { widthOf } from './text-width.ts';
import { GHOST_KEY } from '#words/widgets/kit/words/language';

/** What stands over a panel. */
export interface PanelWords {
  readonly title: string;
  /** A line below the title; `later` words may wait for a prediction. */
  readonly note?: string | Markup;
  /** Words at the right end of the title's line, below it where they find no room; none where they are empty. */
  readonly aside?: string;
  /** Another run that is drawn behind: what tells it apart stands beside the title where there is room. */
  readonly behind?: Ghost | undefined;
}

const LINE = 18;
/** The height of a title that has no line below it. */
export const TITLE = 26;
/** The height of a title with a note below it. */
export const TITLE_AND_NOTE = TITLE + 2 + LINE;

/** A part with its title, its note, and 10 units of air before what is drawn. */
export function panel({ title, note, aside = '', behind }: PanelWords, drawn: Part): Part {
  const { width } = drawn;
  const fits = aside && widthOf(title, true) + 12 + widthOf(aside) <= width;
  const lines = [!fits && aside, note].filter((line) => line);
  const top = lines.length > 0 ? TITLE + 2 + lines.length * LINE : TITLE;
  const words = svg`<text class="strong words" y="14">${title}</text>${fits && svg`<text class="soft" x="${width}" y="14" text-anchor="end">${aside}</text>`}${lines.map(
    (line, i) => svg`<text class="soft" y="${14 + (i + 1) * LINE}">${line}</text>`,
  )}`;
  const key = behind && keyOf(behind, widthOf(title, true) + 12, width - widthOf(aside) - 12);
  const body = svg`${words}${key}<g transform="translate(0 ${top})"${drawn.is}>${drawn.body}</g>`;
  const { still, axes } = drawn;
  return { ...part(width, top + drawn.height, body), early: top + drawn.early, still, axes };
}

/** What tells another run apart, in the longest words that have room from here to there. */
function keyOf(run: Ghost, from: number, to: number): Markup | undefined {
  const words = GHOST_KEY[run.isPinned ? 'pinned' : 'before'].find(
    (one) => from + widthOf(one) <= to,
  );
  return words === undefined
    ? undefined
    : svg`<g class="ghost"><text class="key" x="${from}" y="14">${words}</text></g>`;
}
