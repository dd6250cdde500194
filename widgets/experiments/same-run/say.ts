/** The run in words and rows. */
import type { Rows } from '#kit/contract';
import { number, perCent } from '#kit/draw';
import { changedIn, differingAt, reportOf, TESTED, type SameOutcome } from './outcome.ts';
import { calledOf, COLLEAGUES, SUSPECTS, type SameSettings } from './params.ts';

/** The takeaway. */
export function say({ change, team }: SameSettings, outcome: SameOutcome): string {
  if (team > 0) return saidOfTeam(outcome);
  const { first, second } = outcome;
  const changed = changedIn(differingAt(outcome));
  const right = `The first training reads ${perCent(first.accuracy)} right, the second ${perCent(second.accuracy)}`;
  if (changed === 0)
    return `${right}, and no answer differs${change === 'none' ? ': it is the same training, to the last digit' : ''}.`;
  return `${right}, and ${number(changed)} of ${number(TESTED)} answers differ.`;
}

function saidOfTeam(outcome: SameOutcome): string {
  const { tried, colleagues } = outcome;
  if (colleagues.length === 0) return 'The colleagues’ trainings are on their way.';
  if (tried.length === 0)
    return 'Three colleagues changed one thing each. Put a card beside each of them, then run the experiment.';
  const report = reportOf(outcome);
  if (report === 'begun') {
    const without = COLLEAGUES.filter((name) => !tried.some(({ colleague }) => colleague === name));
    return `Nothing is compared yet: ${listed(without.map((name) => name.toUpperCase()))} ${without.length === 1 ? 'has' : 'have'} no card.`;
  }
  const runs = `${number(tried.length)} trainings were repeated`;
  if (report === 'refuted')
    return `${runs}. For at least one colleague, none of them has the same losses.`;
  const found = tried
    .filter(({ fits }) => fits)
    .map(({ colleague, suspect }) => `${colleague.toUpperCase()}: ${SUSPECTS[suspect]}`);
  return `${runs}, and each colleague’s losses equal those of one of them, to the last digit. ${found.join('; ')}.`;
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** Both trainings, or those of the colleagues, as rows. */
export function tabulate({ team }: SameSettings, outcome: SameOutcome): Rows {
  const { first, second, colleagues, tried } = outcome;
  if (team > 0) {
    const isFound = reportOf(outcome) === 'confirmed';
    return {
      caption: 'What may have been changed',
      head: ['Training', 'Read right', isFound ? 'Changed' : 'Suspected'],
      rows: [
        ['the first', perCent(first.accuracy), ''],
        ...colleagues.map((one, i) => {
          const own = tried.filter(
            ({ colleague, fits }) => colleague === COLLEAGUES[i] && (fits || !isFound),
          );
          return [
            calledOf(i),
            perCent(one.accuracy),
            own.map(({ suspect }) => SUSPECTS[suspect]).join('; ') || 'no card yet',
          ];
        }),
      ],
    };
  }
  const { lost, won, other } = differingAt(outcome);
  return {
    caption: 'Two trainings that differ in one thing',
    head: ['', 'Images'],
    rows: [
      ['read right by the first', Math.round(first.accuracy * TESTED)],
      ['read right by the second', Math.round(second.accuracy * TESTED)],
      ['right, then wrong', lost],
      ['wrong, then right', won],
      ['wrong in two ways', other],
      ['answers that differ', lost + won + other],
    ],
  };
}
