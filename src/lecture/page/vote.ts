/** A vote of the class: hands that are counted, or what is pasted; kept with the lecture, and shown beside the answer. */
import { markup, svg, type Markup } from '../../../widgets/kit/draw/markup.ts';
import { asSaid, inShownUnit } from '../../tasks/judge/shown-measure.ts';
import { VOTE } from '#words/src/lecture/words';
import { readPoll, type Asked } from '../pure/poll.ts';
import { tallied, type Votes } from '../pure/tally.ts';
import { dataOf, LETTERS } from './outline.ts';
import { foundIn } from './reveal.ts';

const key = (question: string): string => `vote/${question}`;

function votesOf(question: string): Votes {
  try {
    const { counts = [], guesses = [] } = JSON.parse(
      localStorage.getItem(key(question)) ?? '{}',
    ) as Partial<Votes>;
    return { counts, guesses };
  } catch {
    return { counts: [], guesses: [] };
  }
}

function keep(question: string, votes: Votes): void {
  try {
    localStorage.setItem(key(question), JSON.stringify(votes));
  } catch {
    // Storage is closed: the vote lasts for this page.
  }
}

/** Lines of the last poll in which there was no answer: with names in them, for the notes alone, and kept no longer than the page. */
const amiss = new Map<string, readonly string[]>();
export const amissIn = ({ dataset }: HTMLElement): readonly string[] =>
  amiss.get(dataset['question'] ?? '') ?? [];

interface Choice {
  readonly text: string;
  readonly isRight?: boolean | undefined;
}

/** What can be chosen, from A on; five numbers where a number is asked. */
export function choicesIn(question: HTMLElement): readonly Choice[] {
  const { choices, unit, options } = dataOf(question);
  if (choices) {
    const found = foundIn(question);
    const right = found === undefined ? undefined : nearestTo(found, choices);
    return choices.map((value, i) => ({
      text: asSaid(value, unit),
      isRight: right === undefined ? undefined : right === i,
    }));
  }
  const right = new Set(options?.flatMap(({ id, correct }) => (correct ? id : [])));
  return [...question.querySelectorAll('.answer-options:first-of-type .answer-option')].map(
    (one) => {
      const id = one.querySelector('input')?.value ?? '';
      return {
        text: one.textContent?.trim() ?? '',
        isRight: right.size > 0 ? right.has(id) : undefined,
      };
    },
  );
}

/** The five numbers under a question that asks for one; options of its own it shows itself. */
export function choicesMarkup(question: HTMLElement): Markup {
  if (!dataOf(question).choices) return markup``;
  const rows = choicesIn(question).map(({ text }) => markup`<li>${text}</li>`);
  return markup`<ol class="lecture-choices">${rows}</ol>`;
}

/** Where a vote is typed in. */
export function voteForm(question: HTMLElement): Markup {
  const choices = choicesIn(question);
  const { counts } = votesOf(question.dataset['question'] ?? '');
  const rows = choices.map((_, i) => {
    const letter = LETTERS[i] ?? '';
    return markup`<label><span aria-hidden="true">${letter}</span><input inputmode="numeric" maxlength="3" name="${letter}" value="${counts[i] || ''}" aria-label="${VOTE.option(letter)}"></label>`;
  });
  return markup`<form class="lecture-vote" autocomplete="off" novalidate><fieldset><legend>${VOTE.hands}</legend>${rows}</fieldset><p role="status" data-part="told"></p><details><summary>${VOTE.paste}</summary><label>${VOTE.pasteLabel}<textarea name="pasted" rows="4" spellcheck="false"></textarea></label><p><button type="button" data-does="take">${VOTE.take}</button> <button type="button" data-does="clear">${VOTE.clear}</button></p></details></form>`;
}

/** Wakes the form: what is typed is kept as it is typed, and what cannot be counted is told. */
export function wakeVote(form: HTMLFormElement, question: HTMLElement, onPoll: () => void): void {
  const id = question.dataset['question'] ?? '';
  const choices = choicesIn(question);
  const fields = [...form.querySelectorAll<HTMLInputElement>('fieldset input')];
  const told = form.querySelector('[data-part="told"]') as HTMLElement;
  const pasted = form.elements.namedItem('pasted') as HTMLTextAreaElement;
  const tell = (poll: readonly string[] = []): void => {
    const faults = fields.flatMap(({ name, value }) =>
      isCount(value) ? [] : VOTE.noCount(name, value),
    );
    const { guesses } = votesOf(id);
    const all = countsOf(question).reduce((sum, n) => sum + n, 0);
    const taken = poll.length > 0 || guesses.length === 0 ? poll : [VOTE.taken(guesses.length)];
    told.textContent = [...taken, ...faults, ...(all > 0 ? [VOTE.sum(all)] : [])].join(' ');
  };
  const write = (votes: Votes): void => {
    for (const [i, field] of fields.entries())
      field.value = votes.counts[i] ? String(votes.counts[i]) : '';
    keep(id, votes);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.addEventListener('input', ({ target }) => {
    if (target === pasted) return;
    for (const field of fields) field.ariaInvalid = String(!isCount(field.value));
    const counts = fields.map(({ value }) => (isCount(value) ? Number(value) : 0));
    keep(id, { ...votesOf(id), counts });
    tell();
  });
  form.addEventListener('click', ({ target }) => {
    const does = (target as HTMLElement).dataset['does'];
    if (does === 'clear') {
      write({ counts: [], guesses: [] });
      pasted.value = '';
      tell();
    }
    if (does !== 'take') return;
    const { unit, min, max, choices: numbers } = dataOf(question);
    const asked: Asked = {
      options: choices.length,
      texts: choices.map(({ text }) => text),
      number: numbers && { unit, min, max },
    };
    const poll = readPoll(pasted.value, asked);
    write(tallied(poll.said, choices.length));
    amiss.set(
      id,
      poll.amiss.map(({ line, text, why }) => VOTE.amiss(line, text, why)),
    );
    tell([
      VOTE.taken(poll.said.length),
      ...(poll.again.length > 0 ? [VOTE.again(poll.again.length)] : []),
      ...(poll.amiss.length > 0 ? [VOTE.amissCount(poll.amiss.length)] : []),
    ]);
    // A chat has names in it, which are not for the screen.
    pasted.value = '';
    (pasted.closest('details') as HTMLDetailsElement).open = false;
    onPoll();
  });
  tell();
}

/** Whether what is typed beside an option counts hands; nothing counts none. */
const isCount = (text: string): boolean => /^\d{0,3}$/.test(text.trim());

/** What the class has said, beside the answer; nothing where it has said nothing. */
export function resultMarkup(question: HTMLElement): Markup {
  const { counts: hands, guesses } = votesOf(question.dataset['question'] ?? '');
  const choices = choicesIn(question);
  const counts = countsOf(question);
  // Who has raised a hand has guessed the number that it was raised for.
  const raised = dataOf(question).choices?.flatMap((one, i) =>
    Array.from({ length: hands[i] ?? 0 }, () => one),
  );
  const all = counts.reduce((sum, n) => sum + n, 0);
  return markup`${foundIn(question) !== undefined && guessesMarkup(question, [...guesses, ...(raised ?? [])])}${all > 0 && barsMarkup(choices, counts)}<p class="lecture-told" role="status">${toldOf(question, counts)}</p>`;
}

/** How many have chosen each option; whoever has typed a number has chosen the one that is nearest. */
function countsOf(question: HTMLElement): readonly number[] {
  const { counts, guesses } = votesOf(question.dataset['question'] ?? '');
  const { choices: numbers = [] } = dataOf(question);
  return choicesIn(question).map(
    (_, i) => (counts[i] ?? 0) + guesses.filter((guess) => nearestTo(guess, numbers) === i).length,
  );
}

/** The place of the number that is nearest. */
const nearestTo = (value: number, numbers: readonly number[]): number => {
  const away = numbers.map((one) => Math.abs(one - value));
  return away.indexOf(Math.min(...away));
};

/** The same in words. */
function toldOf(question: HTMLElement, counts: readonly number[]): string {
  const { guesses } = votesOf(question.dataset['question'] ?? '');
  const choices = choicesIn(question);
  const all = counts.reduce((sum, n) => sum + n, 0);
  if (all === 0 || !choices.some(({ isRight }) => isRight)) return '';
  const right = counts.reduce((sum, n, i) => sum + (choices[i]?.isRight ? n : 0), 0);
  const middle = guesses.toSorted((a, b) => a - b)[Math.floor(guesses.length / 2)];
  return [
    VOTE.class(Math.round((100 * right) / all), right, all),
    middle === undefined ? '' : VOTE.middle(asSaid(middle, dataOf(question).unit)),
  ]
    .join(' ')
    .trim();
}

function barsMarkup(choices: readonly Choice[], counts: readonly number[]): Markup {
  const most = Math.max(...counts, 1);
  const rows = choices.map(({ text, isRight }, i) => {
    const n = counts[i] ?? 0;
    return markup`<tr${isRight && markup` class="lecture-right"`}><th scope="row">${LETTERS[i]} <span>${text}</span></th><td><svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none"><rect width="${(100 * n) / most}" height="10"/></svg></td><td>${n}${isRight && ' ✓'}</td></tr>`;
  });
  return markup`<table class="lecture-bars"><caption class="lecture-mine">${VOTE.mine}</caption><tbody>${rows}</tbody></table>`;
}

/** Dots are piled up where they would lie on each other. */
function guessesMarkup(question: HTMLElement, guesses: readonly number[]): Markup {
  const { min, max, unit, shown, choices = [] } = dataOf(question);
  const found = foundIn(question);
  const known = [...guesses, ...choices, ...(found === undefined ? [] : [found])];
  const from = Math.min(min ?? 0, ...known);
  const to = Math.max(max ?? 0, ...known, from + 1e-9);
  const at = (value: number): number => 20 + (960 * (value - from)) / (to - from);
  const piles = new Map<number, number>();
  const dots = guesses.map((guess) => {
    const x = Math.round(at(guess) / 14) * 14;
    const n = piles.get(x) ?? 0;
    piles.set(x, n + 1);
    return { x, n };
  });
  const tall = Math.max(1, ...piles.values());
  const gap = Math.min(14, 150 / tall);
  // The answer is written above the line, the ends of the scale below it.
  const line = tall * gap + 52;
  const answer =
    found === undefined
      ? ''
      : shown
        ? inShownUnit(found, shown)
        : asSaid(Number(found.toPrecision(3)), unit);
  const x = found === undefined ? 0 : at(found);
  const turn = x < 150 ? 'start' : x > 850 ? 'end' : 'middle';
  return markup`<figure class="lecture-guesses figure">${svg`<svg viewBox="0 0 1000 ${line + 50}" role="img" aria-label="${VOTE.figure(guesses.length, answer)}"><line class="answer-axis" x1="20" x2="980" y1="${line}" y2="${line}"/>${dots.map(({ x: left, n }) => svg`<circle class="answer-guess" cx="${left}" cy="${line - 8 - n * gap}" r="6"/>`)}<text x="20" y="${line + 40}">${asSaid(from, unit)}</text><text x="980" y="${line + 40}" text-anchor="end">${asSaid(to, unit)}</text>${found !== undefined && svg`<line class="run-line" x1="${x}" x2="${x}" y1="34" y2="${line + 10}"/><text class="strong" x="${x}" y="26" text-anchor="${turn}">${answer}</text>`}</svg>`}</figure>`;
}
