import { element, walk, type Branch } from './tree.ts';

const plainText = (node: Branch): string =>
  node.value ?? (node.children ?? []).map(plainText).join('');

/** A rehype plug-in: every section's heading carries a quiet link to itself. */
export function headingLinks() {
  return (tree: Branch): void => {
    walk(tree, (node) => {
      if (!/^h[23]$/.test(node.tagName ?? '') || !node.properties?.['id']) return undefined;
      node.children?.push(
        // The sign itself is drawn by the style sheet, so that it is no part of the heading's words.
        element(
          'a',
          {
            className: ['heading-link'],
            href: `#${String(node.properties['id'])}`,
            ariaLabel: `Link to “${plainText(node)}”`,
          },
          [],
        ),
      );
      return undefined;
    });
  };
}
