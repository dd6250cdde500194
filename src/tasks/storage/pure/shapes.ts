/** What each part of a work may hold. Bounds are far above what the book itself writes; all lengths are in characters. */
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';
import type { RunRecord } from '../../../../widgets/kit/record/run-record.ts';
import type { Point } from '../../judge/answers.ts';
import {
  either,
  isBoolean,
  isCount,
  isNull,
  isNumber,
  listOf,
  shape,
  tableOf,
  textUpTo,
  wordOf,
  type Is,
} from './guards.ts';
import { isTime } from './time.ts';
import type {
  Draft,
  Found,
  GivenAnswer,
  InstanceRuns,
  KeptAnswer,
  LogEntry,
  Mark,
  WorkRun,
} from './work.ts';

/** The longest text that a reader can give. */
const LONGEST = 8_000;
/** The most options, items or points in one answer. */
const MOST = 1_000;

/** The most numbers that the picture of an answer is kept with. */
const FOUND_MOST = 100;

const isName = textUpTo(200);
const isText = textUpTo(LONGEST);
const isSettings: Is<AnySettings> = tableOf(either<number | string>(isNumber, isText), 100);
const isPoint = shape<Point>({ x: isNumber, y: isNumber });

/** True of what can stand in a field. */
export const isDraft: Is<Draft> = either<Draft>(
  isText,
  listOf(isName, MOST),
  listOf(isPoint, MOST),
);
/** True of what a reader can have given. */
const isGiven: Is<GivenAnswer> = either<GivenAnswer>(isNull, isDraft, isSettings);

/** As many as an older copy of the book still takes for a small field that it does not know. */
const isFound: Is<Found> = listOf(either<number | null>(isNull, isNumber), FOUND_MOST);

const place = { question: isName, version: isCount, time: isTime };

export const isKeptAnswer: Is<KeptAnswer> = shape<KeptAnswer>(
  { ...place, answer: isGiven, correct: isBoolean, saw: isText, found: isFound, clock: isTime },
  'correct',
  'saw',
  'found',
  'clock',
);

export const isLogEntry: Is<LogEntry> = shape<LogEntry>(
  {
    ...place,
    id: isName,
    kind: wordOf('prediction', 'answer', 'hint', 'solution', 'reach'),
    answer: isGiven,
    correct: isBoolean,
    credit: isNumber,
    settings: isSettings,
    seed: either<number | string>(isNumber, isName),
    backend: isName,
  },
  'answer',
  'correct',
  'credit',
  'settings',
  'seed',
  'backend',
);

/** The longest stretch that can be marked, and as much of the text before and behind it as is kept. */
export const QUOTE_LONGEST = 2_000;
export const CONTEXT_LONGEST = 60;

export const isMark: Is<Mark> = shape<Mark>(
  {
    lesson: isName,
    quote: textUpTo(QUOTE_LONGEST),
    before: textUpTo(CONTEXT_LONGEST),
    after: textUpTo(CONTEXT_LONGEST),
    section: isName,
    note: isText,
    isGone: isBoolean,
    time: isTime,
  },
  'section',
  'note',
  'isGone',
);

const isRunRecord: Is<RunRecord> = shape<RunRecord>({
  widget: isName,
  version: isCount,
  settings: isSettings,
  measures: tableOf(either<number | null>(isNull, isNumber), 200),
  backend: isName,
});

export const isWorkRun: Is<WorkRun> = shape<WorkRun>({
  run: isRunRecord,
  state: wordOf('done', 'partial'),
  time: isTime,
});

/** An experiment's runs, each of which is still to be looked at. */
export const isInstanceRuns: Is<
  Omit<InstanceRuns, 'recent'> & { readonly recent: readonly unknown[] }
> = shape({ count: isCount, recent: (value): value is readonly unknown[] => Array.isArray(value) });

/** What a reader gives, cut to what can be read again: an answer must not be lost because it is long. */
export function clipped<A extends GivenAnswer>(answer: A): A {
  if (typeof answer === 'string') return answer.slice(0, LONGEST) as A;
  if (Array.isArray(answer)) return answer.slice(0, MOST) as unknown as A;
  return answer;
}
