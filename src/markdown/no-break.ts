/** A rehype plug-in: a number and its unit stay on one line (`17 ms`, `91 %`). */
import { unbroken } from '../../widgets/kit/format.ts';
import { walk, type Branch } from './tree.ts';

export function noBreak() {
  return (tree: Branch): void => {
    walk(tree, (node) => {
      if (node.type === 'text' && node.value) node.value = unbroken(node.value);
      return undefined;
    });
  };
}
