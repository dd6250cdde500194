/** The steps of a lecture, made from the lesson as it stands: scene, question, vote, reveal, experiment, takeaway, next. */
import {
  wordsOf,
  type Block,
  type QuestionBlock,
  type Sentence,
  type TextBlock,
} from './outline.ts';

export type StepKind =
  | 'scene'
  | 'setting'
  | 'question'
  | 'vote'
  | 'reveal'
  | 'experiment'
  | 'exhibit'
  | 'takeaway'
  | 'next';

/** One step; blocks are named by their places in the lesson. */
export interface Step {
  /** Unique in its lesson, and as permanent as what it is named after. */
  readonly id: string;
  readonly kind: StepKind;
  /** The heading under which it stands. */
  readonly under: string;
  /** What is shown live. */
  readonly shows: readonly number[];
  /** The question for which an experiment is shown, where it does not stand there. */
  readonly for?: string;
  /** What is said beside it on the screen. */
  readonly says: readonly { readonly block: number; readonly sentence: Sentence }[];
  /** What the lecturer’s notes hold: whole blocks of text. */
  readonly notes: readonly number[];
  readonly minutes: number;
  /** Steps of a unit stand or fall together in a cut; the unit of the lowest rank stays longest. */
  readonly unit: number;
  readonly rank: number;
}

/** A screen holds so many lines of so many characters; between what stands apart there is half a line. */
const LINE = 58;
const LINES = 10;
/** A lecturer speaks so many words of the text in a minute, the rest freely. */
const WORDS_A_MINUTE = 160;
/** What is done takes so long, in minutes; reading comes on top. */
const TAKES: Readonly<Partial<Record<StepKind, number>>> = {
  question: 0.5,
  vote: 1,
  reveal: 1,
  experiment: 1.5,
  exhibit: 0.75,
  next: 0.5,
};
/** What stays in a cut, first to last. */
const RANK = { scene: 0, first: 1, experiment: 2, prediction: 3, text: 4, question: 5 } as const;

type Shown = [StepKind, string, Partial<Step>];

interface Unit {
  readonly number: number;
  rank: number;
}

/** The steps of a lesson’s blocks. `skipped` are headings whose text is not lectured, by id. */
export function stepsOf(
  blocks: readonly Block[],
  skipped: readonly string[] = [],
): readonly Step[] {
  const steps: Step[] = [];
  const sections = sectionsOf(blocks).filter(({ id }) => !skipped.includes(id));
  let count = 0;
  let isFirst = true;
  const unitOf = (rank: number): Unit => ({ number: count++, rank });
  for (const section of sections) {
    const { id, text } = section;
    let unit = unitOf(id === '' ? RANK.scene : RANK.text);
    const base = { under: text };
    const push = (kind: StepKind, name: string, parts: Partial<Step>): void => {
      const step = { shows: [], says: [], notes: [], ...parts };
      const minutes = minutesOf(kind, blocks, step);
      steps.push({ ...base, ...step, id: name, kind, minutes, unit: unit.number, rank: unit.rank });
    };
    /** A unit that turns out to matter more takes what was said before it along. */
    const raise = (rank: number): void => {
      unit.rank = Math.min(unit.rank, rank);
      for (const [i, step] of steps.entries())
        if (step.unit === unit.number) steps[i] = { ...step, rank: unit.rank };
    };
    if (id === '') push('scene', 'scene', {});
    // What is set up before the first question is needed for all that follows.
    else if (isFirst && section.isLive && blocks[section.runs[0]?.[0] ?? -1]?.kind === 'text')
      unit.rank = RANK.first;
    let told = 0;
    /** The experiment of the unit. */
    let on = '';
    for (const run of section.runs) {
      const [first = 0] = run;
      const block = blocks[first];
      if (block?.kind === 'text') {
        const kind = on === '' && id !== '' && section.isLive ? 'setting' : 'takeaway';
        const name = [id || 'story', ...(told > 0 ? [told + 1] : [])].join('.');
        const says = id === '' ? storyOf(blocks, run) : saidOf(blocks, run, kind === 'setting');
        const before = steps.at(-1);
        if (says.length > 0) push(id === '' ? 'scene' : kind, name, { says, notes: run });
        // What only tells readers what to do is for the notes of the step before.
        else if (before) steps[steps.length - 1] = { ...before, notes: [...before.notes, ...run] };
        told += 1;
        continue;
      }
      // What was said in front of it belongs to it, unless something has been shown already.
      const isNew = on !== '' || (block?.kind === 'question' && block.on !== on && told === 0);
      if (block?.kind === 'experiment') {
        if (isNew && on !== block.id) unit = unitOf(RANK.experiment);
        raise(RANK.experiment);
        on = block.id;
        push('experiment', block.id, { shows: run });
      } else if (block?.kind === 'question') {
        if (isNew) unit = unitOf(RANK.question);
        raise(rankOf(block, isFirst));
        if (block.asks === 'prediction') isFirst = false;
        on = block.on ?? block.id;
        push('question', block.id, { shows: run });
        if (block.isVoted) push('vote', `${block.id}.vote`, { shows: run });
        const next = blocks[first + 1];
        const isNext = next?.kind === 'experiment' && next.id === block.on;
        const own = blocks.findIndex((one) => one.kind === 'experiment' && one.id === block.on);
        const answer: Shown[] = [['reveal', `${block.id}.reveal`, { shows: run }]];
        if (own >= 0 && !isNext)
          answer.push(['experiment', `${block.id}.${block.on}`, { shows: [own], for: block.id }]);
        // A goal is reached by the experiment before anybody says how; what is predicted, afterwards.
        if (block.asks === 'reach') answer.reverse();
        for (const one of answer) push(...one);
      } else push('exhibit', `${id}.exhibit.${first}`, { shows: run });
    }
  }
  const last = { number: count, rank: RANK.scene };
  const at = { under: '', shows: [], says: [], notes: [] };
  steps.push({
    ...{ id: 'next', kind: 'next', ...at, minutes: TAKES.next ?? 0 },
    ...{ unit: last.number, rank: last.rank },
  });
  return steps;
}

function rankOf({ asks }: QuestionBlock, isFirst: boolean): number {
  if (asks !== 'prediction') return RANK.question;
  return isFirst ? RANK.first : RANK.prediction;
}

interface Section {
  readonly id: string;
  readonly text: string;
  /** Places of blocks; text that stands together is one run. */
  readonly runs: readonly (readonly number[])[];
  /** It has more than text. */
  readonly isLive: boolean;
}

function sectionsOf(blocks: readonly Block[]): readonly Section[] {
  const starts = [-1, ...blocks.flatMap((block, i) => (block.kind === 'heading' ? i : []))];
  return starts.map((start, i) => {
    const heading = blocks[start];
    const head = heading?.kind === 'heading' ? heading : { id: '', text: '' };
    const end = starts[i + 1] ?? blocks.length;
    const runs: number[][] = [];
    for (let at = start + 1; at < end; at += 1) {
      const isText = blocks[at]?.kind === 'text';
      if (isText && blocks[at - 1]?.kind === 'text' && at > start + 1) runs.at(-1)?.push(at);
      else runs.push([at]);
    }
    const isLive = runs.some(([at = 0]) => blocks[at]?.kind !== 'text');
    return { ...head, runs, isLive };
  });
}

type Said = Step['says'][number];

/**
 * The sentences that fit on a screen: all of them, for what an experiment needs before it; else those that carry a term or a
 * number, and the first of each paragraph. One that leans on the sentence before is said with that one or not at all.
 */
function saidOf(
  blocks: readonly Block[],
  run: readonly number[],
  isSetting: boolean,
): Step['says'] {
  const all = run.flatMap((block) =>
    (blocks[block] as TextBlock).sentences.map((sentence) => ({ block, sentence })),
  );
  const told = all.filter(({ sentence }) => !sentence.isDone);
  if (isSetting && linesOf(told, true) <= LINES) return told;
  // Right after an experiment or an answer, the first leans on what is seen.
  const isSeen = blocks[(run[0] ?? 0) - 1]?.kind !== 'heading';
  const groups: Said[][] = [];
  for (const [i, one] of all.entries())
    if (one.sentence.leans && !(i === 0 && isSeen)) groups.at(-1)?.push(one);
    else groups.push([one]);
  const chosen = groups.flatMap((group) => {
    const done = group.findIndex(({ sentence }) => sentence.isDone);
    const whole = done < 0 ? group : group.slice(0, done);
    const last = whole.findLastIndex(({ sentence }) => sentence.isKey);
    const isFirst = whole[0]?.sentence.at === 0 && whole[0].sentence.leans !== true;
    return last >= 0 || isFirst ? [whole.slice(0, Math.max(last, 0) + 1)] : [];
  });
  const first = groups.find(([one]) => one?.sentence.isDone !== true);
  if (chosen.length === 0 && first) chosen.push(first.slice(0, 1));
  // What carries nothing gives way first, the last of it before the others.
  while (chosen.length > 1 && linesOf(chosen.flat(), false) > LINES) {
    const plain = chosen.findLastIndex((group, at) => at > 0 && !group.at(-1)?.sentence.isKey);
    chosen.splice(plain > 0 ? plain : chosen.length - 1, 1);
  }
  const [only = []] = chosen;
  while (chosen.length === 1 && only.length > 1 && linesOf(only, false) > LINES) only.pop();
  return chosen.flat();
}

/** How the scene begins and what it asks: its first paragraph and its last, whole, as far as they fit. */
function storyOf(blocks: readonly Block[], run: readonly number[]): Step['says'] {
  const [first = [], last = []] = [run.slice(0, 1), run.slice(1).slice(-1)].map((some) =>
    some.flatMap((block) =>
      (blocks[block] as TextBlock).sentences.map((sentence) => ({ block, sentence })),
    ),
  );
  const said = [...first];
  while (said.length > 1 && linesOf([...said, ...last], true) > LINES) said.pop();
  const both = [...said, ...last];
  return linesOf(both, true) <= LINES ? both : said;
}

/** Sentences of one paragraph stand together, or each stands alone. */
function linesOf(said: readonly Said[], isTogether: boolean): number {
  const apart = new Map<string, number>();
  for (const [i, { block, sentence }] of said.entries()) {
    const name = isTogether ? `${block}` : `${i}`;
    apart.set(name, (apart.get(name) ?? 0) + sentence.text.length + 1);
  }
  return [...apart.values()].reduce((sum, length) => sum + Math.ceil(length / LINE) + 0.5, -0.5);
}

function minutesOf(
  kind: StepKind,
  blocks: readonly Block[],
  { notes, shows }: Pick<Step, 'notes' | 'shows'>,
): number {
  const words = [...notes, ...(kind === 'question' ? shows : [])].reduce((sum, at) => {
    const block = blocks[at];
    if (block?.kind === 'question') return sum + wordsOf(block.text);
    if (block?.kind !== 'text') return sum;
    return sum + block.sentences.reduce((all, { text }) => all + wordsOf(text), 0);
  }, 0);
  // In halves, so that what a list says adds up.
  return Math.max(1, Math.round(2 * (words / WORDS_A_MINUTE + (TAKES[kind] ?? 0.25)))) / 2;
}

/** How long these steps take together, in minutes. */
export const minutesIn = (steps: readonly Step[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);

/** The ids of what is left out so that the rest takes so many minutes at most: whole units, the last rank and the last place first. */
export function leftOut(steps: readonly Step[], most: number): readonly string[] {
  const units = [...new Set(steps.map(({ unit }) => unit))].map((unit) => {
    const own = steps.filter((step) => step.unit === unit);
    return { own, minutes: minutesIn(own), rank: own[0]?.rank ?? 0 };
  });
  let left = most;
  const kept = new Set<string>();
  for (const { own, minutes, rank } of units.toSorted((a, b) => a.rank - b.rank)) {
    // The scene, the end and the first question make a lecture, however short.
    if (rank > RANK.first && minutes > left) continue;
    left -= minutes;
    for (const { id } of own) kept.add(id);
  }
  return steps.flatMap(({ id }) => (kept.has(id) ? [] : id));
}
