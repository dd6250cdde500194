/** What is right in a student’s own numbers, and why. */
import { exact, withUnit } from '../../../../../widgets/kit/draw/format.ts';
import { FIELDS } from '#words/src/tasks/kinds/challenge/words';
import { SOLUTIONS } from '#words/src/tasks/grading/pure/grade/words';
import { linesOf } from '../../../kinds/program/check.ts';
import { inOwn } from '../../../sets/pure/variants/in-own.ts';
import { drawn, settingsIn } from '../../../sets/pure/variants/variant.ts';
import type { Item, ItemKey } from '../../../tables/item.ts';

/** In Markdown. Of a program there is no answer but the solution, nor of a number that goes on from a student’s earlier ones. */
export function solutionIn(item: Item, key: ItemKey, seed: number): string {
  const right = rightIn(item, key, seed);
  const isExample = ['claim', 'reach', 'text'].includes(key.kind);
  return [
    ...(right === '' ? [] : [isExample ? SOLUTIONS.example(right) : SOLUTIONS.right(right)]),
    inOwn(key.solution, drawn(item, seed)),
  ].join('\n\n');
}

const value = (found: number | undefined, unit?: string): string =>
  withUnit(exact(Number((found ?? NaN).toPrecision(6))), unit);

function rightIn(item: Item, key: ItemKey, seed: number): string {
  const own = 'answers' in key ? key.answers[seed] : undefined;
  if (own === undefined) return '';
  const values = drawn(item, seed);
  const called = (id: string): string => inOwn(key.texts?.[id] ?? id, values);
  switch (key.kind) {
    case 'number':
      return item.kind === 'number' && !key.carried
        ? value(key.answers[seed]?.right, item.unit)
        : '';
    case 'choice':
      return (key.answers[seed] ?? []).map(called).join('; ');
    case 'match':
      return Object.entries(key.answers[seed] ?? {})
        .map(([from, to]) => `\n- ${called(from)} → ${[to].flat().map(called).join(' / ')}`)
        .join('');
    case 'outside':
      return item.kind === 'outside'
        ? item.asks
            .map(({ id, label, unit }) => `${label}: ${value(key.answers[seed]?.right[id], unit)}`)
            .join('; ')
        : '';
    case 'program':
      return linesOf(key.answers[seed] ?? {}, 'changed', '; ');
    case 'challenge':
      return FIELDS.right(key.answers[seed]?.images ?? [], key.answers[seed]?.table ?? []);
    case 'claim':
      return key.answers[seed]?.text ?? '';
    case 'text': {
      const texts = key.answers[seed] ?? {};
      return (
        key.rules.flatMap(({ id, credit }) => (credit === 1 ? (texts[id] ?? []) : []))[0] ?? ''
      );
    }
    case 'reach': {
      const start = 'start' in item ? settingsIn(item.start, values) : {};
      return Object.entries(key.answers[seed] ?? {})
        .flatMap(([name, one]) => (start[name] === one ? [] : [`${name} ${exact(one as number)}`]))
        .join(', ');
    }
    case 'code':
      return '';
  }
}
