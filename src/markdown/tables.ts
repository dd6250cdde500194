/**
 * A rehype plug-in: a wide table scrolls in a frame of its own, reachable by keyboard, and never the page. Columns that
 * are set to the right (`---:`) get a class, because the policy forbids the style attribute they would have.
 */
import { element, walk, type Branch } from './tree.ts';

export function scrollableTables() {
  return (tree: Branch): void => {
    walk(tree, (node, parent, index) => {
      if (node.tagName !== 'table' || !parent?.children) {
        return undefined;
      }
      parent.children[index] = element(
        'div',
        { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' },
        [node],
      );
      walk(node, mendCell);
      return index + 1;
    });
  };
}

function mendCell(cell: Branch): undefined {
  const { properties, children = [] } = cell;
  // The corner above the names of the rows heads nothing.
  if (cell.tagName === 'th' && children.length === 0) cell.tagName = 'td';
  if (!properties?.['align']) return;
  if (properties['align'] === 'right') properties['className'] = ['number'];
  delete properties['align'];
}
