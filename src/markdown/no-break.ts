/** A rehype plug-in: what belongs together stays on one line: a number and its unit (`17 ms`), a term and its full stop or bracket. */
import { unbroken } from '../../widgets/kit/draw/format.ts';
import { element, text, walk, type Branch } from './tree.ts';

/** Signs that must not begin a line, and those that must not end one. */
const CLOSING = /^[.,;:!?)”’]+/;
const OPENING = /[(“‘]+$/;

export function noBreak() {
  return (tree: Branch): void => {
    walk(tree, (node, parent, index) => {
      // A program is copied as it stands.
      if (node.tagName === 'code') return index + 1;
      if (node.type === 'text' && node.value) node.value = unbroken(node.value);
      if (node.name === 'Term' && parent?.children) return closed(node, parent.children, index);
      return undefined;
    });
  };
}

/** A term is a button, and browsers break a line between a button and any sign: all go into one span that does not break. */
function closed(term: Branch, row: Branch[], index: number): number | undefined {
  const [before, next] = [row[index - 1], row[index + 1]];
  const open = taken(before, OPENING);
  const sign = taken(next, CLOSING);
  if (open === '' && sign === '') return undefined;
  const whole = [open, term, sign].flatMap((one) => (one === '' ? [] : one));
  const parts = whole.map((one) => (typeof one === 'string' ? text(one) : one));
  row[index] = element('span', { className: ['closed'] }, parts);
  return index + 1;
}

/** Takes signs away from a text, and returns them; empty where there are none. */
function taken(from: Branch | undefined, signs: RegExp): string {
  if (from?.type !== 'text' || !from.value) return '';
  const [sign = ''] = signs.exec(from.value) ?? [];
  from.value = from.value.replace(signs, '');
  return sign;
}
