/** Markup as a value: text that goes in is escaped, markup that goes in is not. */
export interface Markup {
  readonly markup: string;
  /** Something in it waits for a prediction. */
  readonly waits?: boolean;
}
type Piece = Markup | string | number | null | undefined | false | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes any text safe between tags and in quoted attributes. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

function written(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (typeof piece === 'number') return short(piece);
  if (typeof piece === 'string') return escape(piece);
  if (isList(piece)) return piece.map(written).join('');
  return piece.markup;
}

function isList(piece: Piece): piece is readonly Piece[] {
  return Array.isArray(piece);
}

/** A coordinate with two decimals at most: shorter pages, the same picture. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A place on a line, or of one mark among many: a tenth of a unit is finer than an eye sees, and pages hold thousands of them. */
export function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/**
 * Builds HTML or SVG from a template; interpolated text is escaped, numbers keep two decimals.
 * It is not called `html`, because formatters break such templates into lines, and spaces count in markup.
 */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const tail = pieces.map((piece, i) => written(piece) + (strings[i + 1] ?? ''));
  const text = (strings[0] ?? '') + tail.join('');
  return pieces.some(doesWait) ? { markup: text, waits: true } : { markup: text };
}
/** The same, under the name that editors colour as SVG. */
export const svg = markup;

/** What is written in a drawing is for eyes: ears have its label, and would be read axes number by number. */
export function forEyes(body: Markup): Markup {
  return {
    ...body,
    markup: body.markup.replaceAll(/<(?:text|image)(?=[ >])/g, '$& aria-hidden="true"'),
  };
}

function doesWait(piece: Piece): boolean {
  if (typeof piece !== 'object' || piece === null) return false;
  return isList(piece) ? piece.some(doesWait) : piece.waits === true;
}

/** Marks, or words of a text, that wait for a prediction: a style sheet keeps them back until it is made. */
export function later(...marks: readonly Piece[]): Markup {
  const tag = { markup: typeof marks[0] === 'string' ? 'tspan' : 'g' };
  return { ...svg`<${tag} class="later">${marks}</${tag}>`, waits: true };
}

/** Another run that marks are of: the one before, or the one that the reader has pinned. */
export interface Ghost {
  readonly isPinned?: boolean;
}

/** Marks of another run, behind those of the present one, in its look: faint, and on no paper. */
export function ghost(run: Ghost, other: (look: 'before' | 'pinned') => Markup): Markup {
  return svg`<g class="ghost" data-part="ghost">${other(run.isPinned ? 'pinned' : 'before')}</g>`;
}

/** Another run's line in its look, by the `d` of its path; nothing where there is no other run, or no line of it. */
export function ghostLine<Run extends Ghost>(
  run: Run | undefined,
  path: (run: Run) => string | readonly string[] | false,
): Markup | '' | false | undefined {
  const line = run && path(run);
  return line && ghost(run, (look) => svg`<path class="${look}-line" d="${line}"/>`);
}
