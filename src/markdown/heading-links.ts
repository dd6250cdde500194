import { element, walk, type Branch } from './tree.ts';

/**
 * A rehype plug-in: every section's heading is a quiet link to itself. Its words are the link's, so that who hears the
 * headings hears each of them once; the sign beside them is drawn by the style sheet.
 */
export function headingLinks() {
  return (tree: Branch): void => {
    walk(tree, (node) => {
      if (!/^h[23]$/.test(node.tagName ?? '') || !node.properties?.['id']) return undefined;
      const href = `#${String(node.properties['id'])}`;
      node.children = [element('a', { className: ['heading-link'], href }, node.children ?? [])];
      return undefined;
    });
  };
}
