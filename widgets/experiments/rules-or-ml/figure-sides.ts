/** One side, rules or model: a hundred spam messages and a thousand genuine ones. */
import type { GhostRun } from '#kit/contract';
import type { Part } from '#kit/draw';
import { below, ghost, number, panel, part, squares, squaresEdge, svg } from '#kit/draw';
import {
  alarmsOf,
  nowOf,
  recallOf,
  type Both,
  type RulesOutcome,
  type Standing,
} from './outcome.ts';
import type { RulesSettings } from './params.ts';
import { readRules } from './rules.ts';

export type Side = 'rules' | 'model';
/** Another run, drawn behind. */
export type Behind = GhostRun<RulesSettings, RulesOutcome> | undefined;

const WIDE = 150;
const SPAM = { columns: 25, pitch: WIDE / 25 };
const GENUINE = {
  wide: { columns: 50, pitch: WIDE / 50 },
  narrow: { columns: 100, pitch: WIDE / 100 },
};
const LINE = 18;

interface Sides {
  readonly settings: RulesSettings;
  readonly outcome: RulesOutcome;
  readonly other: Behind;
  readonly isWide: boolean;
}

/** One side under its name. */
export function drawSide(side: Side, { settings, outcome, other, isWide }: Sides): Part {
  const now = nowOf(outcome);
  const { [side]: stands } = now;
  const was = outcome.after && outcome.before[side];
  const before = other && nowOf(other.outcome)[side];
  const counted = [hundred(stands), thousand(stands)] as const;
  const behind = before && ([hundred(before), thousand(before)] as const);
  const fields = [SPAM, GENUINE[isWide ? 'wide' : 'narrow']] as const;
  const looks = ['cell-right', 'cell-wrong'] as const;
  const said = [
    `${counted[0]} of 100 spam${was ? `, was ${hundred(was)}` : ' caught'}`,
    `${counted[1]} of 1,000 held back`,
  ];
  const rows = fields.map((lay, i) => {
    const all = i === 0 ? 100 : 1000;
    const count = counted[i] ?? 0;
    const field = squares(lay, { [looks[i] ?? 'cell-right']: count, 'cell-quiet': all - count });
    const edge =
      other &&
      behind &&
      ghost(
        other,
        (look) => svg`<path class="${look}-line thin" d="${squaresEdge(lay, behind[i] ?? 0)}"/>`,
      );
    const words = part(WIDE, LINE, svg`<text y="13">${said[i]}</text>`);
    return below(1, words, { ...field, body: svg`${field.body}${edge}` });
  });
  const title = side === 'rules' ? 'Your rules' : 'The model';
  return panel(
    { title, note: side === 'rules' ? rulesNote(settings) : modelNote(now) },
    below(6, ...rows),
  );
}

function rulesNote({ rules }: RulesSettings): string {
  const count = readRules(rules).length;
  return count === 1 ? 'one word is enough' : `any of ${count} words`;
}

function modelNote({ learned: { spam, genuine } }: Both): string {
  return `${number(spam + genuine)} labels, ${number(spam)} spam`;
}

function hundred(standing: Standing): number {
  return Math.round(100 * recallOf(standing));
}

function thousand(standing: Standing): number {
  return Math.round(1000 * alarmsOf(standing));
}
