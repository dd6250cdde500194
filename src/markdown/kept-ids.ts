import { walk, type Branch } from './tree.ts';

/**
 * A rehype plug-in: a section that is renamed keeps its address. An empty link at the end of its heading holds it:
 * `## New words [](#old-words)`.
 */
export function keptIds() {
  return (tree: Branch): void => {
    walk(tree, (node) => {
      if (!/^h[23]$/.test(node.tagName ?? '')) return undefined;
      const { children = [] } = node;
      const last = children.at(-1);
      const href = last?.tagName === 'a' && !last.children?.length ? last.properties?.['href'] : '';
      if (typeof href !== 'string' || !href.startsWith('#')) return undefined;
      node.properties = { ...node.properties, id: href.slice(1) };
      node.children = children.slice(0, -1);
      const words = node.children.at(-1);
      if (words?.value) words.value = words.value.trimEnd();
      return undefined;
    });
  };
}
