/**
 * A rehype plug-in for words that wait for a prediction (`<After>`). Where nothing else stands in a paragraph, MDX takes it
 * away: it is given back. One that follows another directly learns what that one waits for (`joined`): one placeholder is enough.
 */
import { element, text, walk, type Branch } from './tree.ts';

export function withheld() {
  return (tree: Branch): void => {
    /** The words that nothing has followed yet. */
    let last: Branch | undefined;
    walk(tree, (node, parent, index) => {
      if (node.name !== 'After') {
        if (node.tagName !== 'p' && node.value?.trim() !== '') last = undefined;
        return undefined;
      }
      const before = last;
      last = node;
      if (before) node.attributes?.push(attribute('joined', waitsFor(before)));
      if (parent !== tree) return index + 1;
      const above = tree.children?.[index - 2];
      const isOneLine = node.position?.start.line === before?.position?.end.line;
      if (isOneLine && above?.children?.at(-1) === before) {
        above?.children?.push(text(' '), node);
        tree.children?.splice(index - 1, 2);
        return index - 1;
      }
      tree.children?.splice(index, 1, element('p', {}, [node]));
      return index + 1;
    });
  };
}

const attribute = (name: string, value: unknown) => ({ type: 'mdxJsxAttribute', name, value });
const waitsFor = ({ attributes }: Branch): unknown =>
  attributes?.find(({ name }) => name === 'of')?.value;
