/**
 * Several lines of text, such as rules that the reader writes. The text is its own code: what cannot be seen is left out, and
 * nothing else is refused, because whoever writes line by line is in the middle of it most of the time. What is wrong with a
 * line is said beside it.
 */
import type { Adjusted, Surface, TextParam } from '../../../kit/contract/params.ts';
import { LINES_WORDS } from '#words/widgets/controls/lines/pure/words';

/** The most characters of any such text. */
const LONGEST = 4000;
/** And the most that a link may need for it, where signs and line breaks take three: servers refuse addresses of about 8,000. */
const LONGEST_IN_LINK = 6000;

/** What is wrong with a line, as a sentence without its final dot; nothing where it is fine. Lines are counted from 0. */
export type LineCheck = (line: string, index: number) => string | undefined;

/** A setting of several lines. */
export interface LinesParam extends TextParam {
  readonly longest: number;
  readonly surface: Surface & {
    /** How many lines are in sight. */
    readonly rows: number;
    /** Lines that mean something: proofs write by chance with them. */
    readonly samples: readonly string[];
  };
  readonly check: LineCheck;
}

/** A line that is wrong, counted from 0, and why. */
export interface LineFault {
  readonly line: number;
  readonly why: string;
}

/** The faults of a text, one a line at most. */
export function faultsOf(check: LineCheck, text: string): readonly LineFault[] {
  return text.split('\n').flatMap((line, i) => {
    const why = check(line, i);
    return why === undefined ? [] : [{ line: i, why }];
  });
}

/** The text without what cannot be seen: other line ends, blanks at the ends of lines, blank lines at the end. */
export function writeLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, '  ')
    .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '')
    .replace(/ +$/gm, '')
    .replace(/\n+$/, '');
}

/** As addresses are written: a blank as `+`, what is no letter, digit or `*-._` in threes. */
function lengthInLink(text: string): number {
  return encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()~]/g, '%21').length;
}

/** The canonical text; of one that no link could bear the lines at its end are cut off. */
function parse(text: string): string | Adjusted {
  const lines = writeLines(text).split('\n');
  const all = lines.length;
  while (lines.length > 1 && lengthInLink(lines.join('\n')) > LONGEST_IN_LINK) lines.pop();
  const cut = all - lines.length;
  const value = lines.join('\n');
  if (cut === 0) return value;
  return { value: value.replace(/\n+$/, ''), said: LINES_WORDS.cut(cut) };
}

/** How many lines there are, and how many are wrong, in words. */
export function linesInWords(check: LineCheck, text: string): string {
  const count = text === '' ? 0 : text.split('\n').length;
  const faults = faultsOf(check, text).length;
  const lines = LINES_WORDS.count(count);
  return faults === 0 ? lines : LINES_WORDS.faults(lines, faults);
}

/** Makes a setting of several lines. */
export /* @__NO_SIDE_EFFECTS__ */ function lines({
  rows = 6,
  samples,
  longest = LONGEST,
  check = () => undefined,
  ...param
}: Omit<LinesParam, 'kind' | 'surface' | 'parse' | 'say' | 'longest' | 'check'> & {
  readonly rows?: number;
  readonly samples: readonly string[];
  readonly longest?: number;
  readonly check?: LineCheck;
}): LinesParam {
  if (longest > LONGEST) throw new Error(`${param.label}: at most ${LONGEST} characters fit`);
  return {
    ...param,
    kind: 'text',
    longest,
    surface: { kind: 'lines', rows, samples },
    check,
    parse,
    say: (text) => linesInWords(check, text),
  };
}
