/** Cases that are decided one by one and then handed in: what the workbench has actions and a board for. */
import type { Action } from '../../../widgets/kit/views/actions.ts';
import type { Board } from '../../../widgets/kit/views/board.ts';

const CASES = 12;
const DECIDED: Readonly<Record<string, string>> = { a: 'accepted', o: 'overridden' };

/** Reads decisions: `a` accepts and `o` overrides, in the order of the cases; `!` hands them in. */
export function readCases(text: string): string {
  if (!/^[ao]{0,12}!?$/.test(text)) throw new Error('decisions, such as aao');
  return text;
}

/** Whether a case is open, accepted or overridden; choosing one sets the price. */
export function casesBoard({ cases, price }: { cases: string; price: number }): Board {
  return {
    label: 'Cases',
    head: ['Case', 'Decision'],
    onPaper: 'selected',
    rows: Array.from({ length: CASES }, (_, i) => ({
      key: `case-${i + 1}`,
      cells: [`Case ${i + 1}`, DECIDED[cases[i] ?? ''] ?? 'open'],
      select: { price: Math.min(10, i) },
      isSelected: price === i,
      ...(i === cases.length - 1 && { actions: [takeBack(cases)] }),
    })),
  };
}

function takeBack(cases: string): Action {
  return {
    id: 'take-back',
    label: 'Take back',
    next: { cases: cases.slice(0, -1) },
    says: `Case ${cases.length} is open again`,
  };
}

/** What can be done with the next case, and with all of them. */
export function casesActions({ cases }: { cases: string }): readonly Action[] {
  const isDone = cases.endsWith('!');
  const next = cases.length + 1;
  const decide = (id: string, label: string, sign: string): Action =>
    isDone || next > CASES
      ? { id, label, why: isDone ? 'the cases are handed in.' : 'every case is decided.' }
      : {
          id,
          label,
          next: { cases: cases + sign },
          says: `Case ${next} ${DECIDED[sign] ?? ''}`,
        };
  return [
    decide('accept', 'Accept', 'a'),
    decide('override', 'Override', 'o'),
    isDone
      ? { id: 'hand-in', label: 'Hand in', why: 'the cases are handed in.' }
      : {
          id: 'hand-in',
          label: 'Hand in',
          next: { cases: `${cases}!` },
          says: 'The cases are handed in',
          isFinal: true,
        },
  ];
}
