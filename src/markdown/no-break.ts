/** A rehype plug-in: a number and its unit stay on one line (`17 ms`, `91 %`). */
import { walk, type Branch } from './tree.ts';

const UNIT = /(\d) (ms|s|%|kB|MB|GB)(?![\p{L}\p{N}])/gu;

export function noBreak() {
  return (tree: Branch): void => {
    walk(tree, (node) => {
      if (node.type === 'text' && node.value) node.value = node.value.replace(UNIT, '$1\u00a0$2');
      return undefined;
    });
  };
}
