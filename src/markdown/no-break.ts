/** A rehype plug-in: what belongs together stays on one line: a number and its unit (`17 ms`), a term and its full stop. */
import { unbroken } from '../../widgets/kit/draw/format.ts';
import { element, text, walk, type Branch } from './tree.ts';

/** Signs that must not begin a line. */
const CLOSING = /^[.,;:!?)”’]+/;

export function noBreak() {
  return (tree: Branch): void => {
    walk(tree, (node, parent, index) => {
      if (node.type === 'text' && node.value) node.value = unbroken(node.value);
      if (node.name === 'Term' && parent?.children) return closed(node, parent.children, index);
      return undefined;
    });
  };
}

/** A term is a button, and browsers break a line between a button and any sign: both go into one span that does not break. */
function closed(term: Branch, row: Branch[], index: number): number | undefined {
  const next = row[index + 1];
  const [sign] = (next?.type === 'text' && CLOSING.exec(next.value ?? '')) || [];
  if (!next?.value || sign === undefined) return undefined;
  next.value = next.value.slice(sign.length);
  row[index] = element('span', { className: ['closed'] }, [term, text(sign)]);
  return index + 1;
}
