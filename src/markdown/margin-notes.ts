/**
 * Puts `<Note>`s and first citations beside their paragraph. In source order a note follows its paragraph, so that a phone,
 * a screen reader and paper have it below; the style sheet lifts it into the margin where there is one.
 */
import { element, text, walk, type Branch } from './tree.ts';

const isNote = (node: Branch | undefined): boolean =>
  node !== undefined &&
  (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') &&
  node.name === 'Note';
const isBlank = (node: Branch): boolean => node.type === 'text' && node.value?.trim() === '';
const MAY_HAVE_NOTES = new Set(['p', 'ul', 'ol', 'dl', 'blockquote', 'table']);

/** Takes notes and the margin's share of citations out of a block. */
function takeOut(block: Branch): { notes: Branch[]; sources: string[] } {
  const notes: Branch[] = [];
  const sources: string[] = [];
  walk(block, (node, parent, index) => {
    if (parent?.children && isNote(node)) {
      notes.push(node);
      parent.children.splice(index, 1);
      return index;
    }
    const margin = node.properties?.['dataMargin'];
    if (typeof margin === 'string') {
      sources.push(...margin.split('\n'));
      delete node.properties?.['dataMargin'];
    }
    return undefined;
  });
  return { notes, sources };
}

function isPlainParagraph(block: Branch | undefined): block is Branch {
  let plain = block?.tagName === 'p';
  if (block && plain) {
    walk(block, (node) => {
      if (isNote(node) || node.properties?.['dataMargin']) plain = false;
      return undefined;
    });
  }
  return plain;
}

/** The list of sources repeats what the links lead to: it is for the eye only. */
const sourceNote = (source: string): Branch =>
  element('p', { className: ['source-note'], ariaHidden: 'true' }, [text(source)]);

/** A block with its notes, and the paragraph that keeps it company: a note may be longer than what it belongs to. */
function noted(
  block: Branch,
  { notes, sources }: ReturnType<typeof takeOut>,
  next: Branch[],
): Branch {
  const className = notes.length > 0 ? ['margin'] : ['margin', 'margin-sources'];
  const margin = element('div', { className }, [...notes, ...sources.map(sourceNote)]);
  return element('div', { className: ['noted'] }, [
    ...(isNote(block) ? [] : [block]),
    margin,
    ...next,
  ]);
}

/** A rehype plug-in, on the lesson's top level only. */
export function marginNotes() {
  return (tree: Branch): void => {
    const blocks = (tree.children ?? []).filter((node) => !isBlank(node));
    const out: Branch[] = [];
    for (let block = blocks.shift(); block; block = blocks.shift()) {
      if (!MAY_HAVE_NOTES.has(block.tagName ?? '') && !isNote(block)) {
        out.push(block);
        continue;
      }
      const beside = isNote(block) ? { notes: [block], sources: [] } : takeOut(block);
      while (isNote(blocks[0])) beside.notes.push(blocks.shift() as Branch);
      const alone = beside.notes.length + beside.sources.length === 0;
      const company = !alone && !isNote(block) && isPlainParagraph(blocks[0]) && !isNote(blocks[1]);
      out.push(alone ? block : noted(block, beside, company ? [blocks.shift() as Branch] : []));
    }
    tree.children = out.flatMap((node) => [node, text('\n')]);
  };
}
