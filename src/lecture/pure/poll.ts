/** The answers of a class out of what was pasted: a chat, or a poll’s CSV. */
import { csvRows } from '../../tasks/grading/pure/out/read-csv.ts';
import { readNumber } from '../../tasks/judge/read-number.ts';
import { POLL } from '#words/src/lecture/pure/words';

/** What is asked. */
export interface Asked {
  /** How many options there are to choose from, from A on. */
  readonly options: number;
  /** Texts of the options, for polls that export these. */
  readonly texts: readonly string[];
  /** Where a number may be typed instead. */
  readonly number?:
    | {
        readonly unit?: string | undefined;
        readonly min?: number | undefined;
        readonly max?: number | undefined;
      }
    | undefined;
}

/** What one person has said: an option’s place, or a number. */
type Said = { readonly option: number } | { readonly guess: number };

export interface Poll {
  readonly said: readonly Said[];
  /** Lines in which there is no answer, each with a reason. */
  readonly amiss: readonly { readonly line: number; readonly text: string; readonly why: string }[];
  /** Who has answered more than once: the last answer counts. */
  readonly again: readonly string[];
}

/** `10:02:11 From Ada to Everyone: 70 %`, `[10:02] Ada: B`, `Ada: 70`: the name, and what was said. */
const CHAT =
  /^(?:\[?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]m)?\]?\s*)?(?:from\s+)?(?:([^:\t]{1,80}?)(?:\s+to\s+[^:]{1,60})?\s*:)?\s*(.*)$/iu;
/** A letter alone, or the one in a few words: `b`, `(C)`, `I think E`, `D!`. The article is no answer. */
const LETTERS = [
  /^\(?([a-z])\)?[.,):!?]*$/iu,
  /^\(?([a-z])[.):]\s/iu,
  /(?:^|\s)\(?([B-H])\)?[.,):!?]*(?=\s|$)/u,
  /\s\(?(A)\)?[.,:!?]*$/u,
];
const NUMBER = /[-−+]?\d[\d.,]*(?:\s?%)?/gu;
/** A line of a chat that says who and when, and not what: that comes in the next. */
const HEAD = /\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s*[ap]m)?\]?$|:\s*$/iu;
const CHAT_LINE = /^\[?\d{1,2}[:.]\d{2}|:\s+\(?(?:[a-e]\b|[\d.,]+)/imu;
/** The head of a column with how many have chosen what. */
const COUNTED = /vote|count|number|response|answers|total|people/iu;

/** Reads it line by line; in a table, the last cell of a line that holds an answer, or how many have chosen each option. */
export function readPoll(text: string, asked: Asked): Poll {
  const isTable = /^[^\n]*[,;\t][^\n]*$/m.test(text) && !CHAT_LINE.test(text);
  const rows = isTable ? csvRows(text) : text.split(/\r?\n/).map((line) => [line]);
  const counted = isTable ? countedIn(rows, asked) : undefined;
  if (counted) return { said: counted, amiss: [], again: [] };
  const said = new Map<string, Said>();
  const amiss: { line: number; text: string; why: string }[] = [];
  const again: string[] = [];
  let head = '';
  for (const [i, cells] of rows.entries()) {
    const whole = cells.join(' ').trim();
    if (whole === '') continue;
    if (!isTable && HEAD.test(whole) && i + 1 < rows.length) {
      head = whole.replace(HEAD, '').trim();
      continue;
    }
    const read = isTable ? fromCells(cells, asked) : fromChat(whole, asked);
    const { answer } = read;
    if (typeof answer === 'string') {
      // The heads of a table are nobody’s answer.
      if (!(isTable && i === 0)) amiss.push({ line: i + 1, text: whole.slice(0, 80), why: answer });
      continue;
    }
    const name = read.name || head;
    head = '';
    const who = name === '' ? `${i}` : name.toLowerCase();
    if (name !== '' && said.has(who)) again.push(name);
    said.set(who, answer);
  }
  return { said: [...said.values()], amiss, again: [...new Set(again)] };
}

/** `B,12`: so many for each option, where the head of the last column says that it counts. */
function countedIn(
  rows: readonly (readonly string[])[],
  asked: Asked,
): readonly Said[] | undefined {
  const [head = [], ...others] = rows;
  if (!COUNTED.test(head.at(-1) ?? '')) return undefined;
  const all = others.map(
    (cells) => [answerIn(cells[0] ?? '', asked), Number(cells.at(-1))] as const,
  );
  const isCounted = all.every(
    ([answer, n]) => typeof answer !== 'string' && Number.isInteger(n) && n >= 0 && n < 1000,
  );
  if (!isCounted || all.length === 0) return undefined;
  return all.flatMap(([answer, n]) => Array.from({ length: n }, () => answer as Said));
}

interface Line {
  readonly name: string;
  /** Or why there is none. */
  readonly answer: Said | string;
}

function fromChat(line: string, asked: Asked): Line {
  const [, name = '', rest = ''] = CHAT.exec(line) ?? [];
  return { name: name.trim(), answer: answerIn(rest, asked) };
}

function fromCells(cells: readonly string[], asked: Asked): Line {
  const at = cells.findLastIndex((cell) => typeof answerIn(cell, asked) !== 'string');
  const answer = answerIn(cells[at] ?? cells.at(-1) ?? '', asked);
  const name = cells.find((cell, i) => i !== at && /\p{L}{2}/u.test(cell)) ?? '';
  return { name: name.trim(), answer };
}

function answerIn(text: string, { options, texts, number }: Asked): Said | string {
  const said = text.trim();
  const whole = said.toLowerCase();
  const named = texts.findIndex((one) => whole !== '' && one.toLowerCase() === whole);
  if (named >= 0) return { option: named };
  const letter = LETTERS.map((one) => one.exec(said)?.[1])
    .find(Boolean)
    ?.toLowerCase();
  const place = letter === undefined ? -1 : letter.charCodeAt(0) - 97;
  if (place >= 0 && place < options) return { option: place };
  if (!number)
    return place >= 0 && said.length < 3 ? POLL.noOption(said, options) : POLL.none(options);
  const numbers = said.match(NUMBER) ?? [];
  const typed = readNumber(said, number.unit);
  // The one number in a few words is meant.
  const read =
    'problem' in typed && numbers.length === 1 ? readNumber(numbers[0], number.unit) : typed;
  if ('problem' in read) return said === '' ? POLL.nothing : read.problem;
  const { min, max } = number;
  if (read.value < (min ?? -Infinity) || read.value > (max ?? Infinity))
    return POLL.outside(min, max, number.unit);
  return { guess: read.value };
}
