/** Students who do not exist: what each of them knows and does. Seeded, so that a class can be made again. */
import { seeded, type Random } from '../../widgets/kit/numbers/random.ts';
import type { Student } from '../../src/tasks/sets/pure/variants/student.ts';

/** What a student does besides answering. `plain`: nothing. */
export const TRAITS = [
  'plain',
  'late-edit',
  'hand-in-twice',
  'forged-measures',
  'copied-file',
  'broken-chain',
  'edited-file',
  'other-edition',
  'truncated-file',
] as const;
/** What is added where copying is looked for, and how much is copied: one message for all, or a friend’s answers, typed again item by item. */
export const COPYING = {
  message: 1,
  'copied-answers': 1,
  'message-most': 0.6,
  'copied-most': 0.6,
  'copied-some': 0.3,
} as const;
export type Trait = (typeof TRAITS)[number] | keyof typeof COPYING;

/** Of thirty students each of these comes once; the others are plain. */
const OF = 30;

export interface Pretended extends Student {
  /** 0 to 1: how likely an item is done right. */
  readonly skill: number;
  readonly trait: Trait;
  readonly random: Random;
}

const FIRST = [
  'Ada',
  'Bao',
  'Chidi',
  'Dana',
  'Emre',
  'Femi',
  'Greta',
  'Hana',
  'Ivo',
  'Jun',
  'Kaja',
  'Lior',
  'Mira',
  'Noor',
  'Oskar',
  'Priya',
  'Quim',
  'Rosa',
  'Sami',
  'Thea',
];
const LAST = [
  'Almeida',
  'Brandt',
  'Cho',
  'Diallo',
  'Evans',
  'Fischer',
  'Gupta',
  'Haddad',
  'Ito',
  'Jansen',
  'Kowalski',
  'Lindqvist',
  'Moreau',
  'Nguyen',
  'O’Neill',
  'Petrov',
  'Quispe',
  'Rossi',
  'Sørensen',
  'Tanaka',
];

const usual = (at: number): Trait => TRAITS[(at % OF) + 1] ?? 'plain';

/** So many students, each with the trait of their place. Some numbers begin with zeros, which spreadsheets drop. */
export function students(
  count: number,
  seed: number,
  traitOf: (at: number) => Trait = usual,
): readonly Pretended[] {
  const random = seeded(seed, 'class');
  const numbers = new Set<number>();
  while (numbers.size < count) numbers.add(10_000 + random.whole(2_000_000));
  const pick = (from: readonly string[]): string => from[random.whole(from.length)] ?? '';
  return [...numbers].map((number, i) => ({
    name: `${pick(FIRST)} ${pick(LAST)}`,
    number: String(number).padStart(7, '0'),
    skill: Math.min(0.98, Math.max(0.1, 0.65 + 0.2 * random.normal())),
    trait: traitOf(i),
    random: seeded(seed, `student ${number}`),
  }));
}

/** Whose answers the message for all has: somebody who is in no class. */
export const outsider = (seed: number): Pretended => ({
  ...{ name: 'Kim', number: '1', skill: 0.95, trait: 'plain' },
  random: seeded(seed, 'outsider'),
});
