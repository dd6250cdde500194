/** A page in two parts: what can be read without script, and what only a script, a click or a narrow window needs. */
import { defaultTreeAdapter } from 'parse5';
import { type Element, attribute, element, append, pageText, remove } from '../book/html.ts';
import type { Rest } from '../../src/offline/join.ts';
import { squeezed } from './squeeze.ts';

// Signs that no text has: around what is cut out, and before the name of an attribute that is.
const [OPEN, CLOSE, DROP] = ['\uE000', '\uE001', '\uE002'];
const MARKED = /[\uE000-\uE002]/;
/**
 * Classes of what a reader without script does not see, with four things that only such a reader goes without: the signs of the
 * contents, which only adorn, on paper the settings of each experiment and the runs that its predictions asked for, and the key
 * for instructors.
 */
const UNSEEN = new Set([
  'early-room',
  'experiment-controls',
  'hand',
  'if-scripting',
  'key-lesson',
  'paper-step',
  'question-saved',
  'question-verdict',
  'still',
  'tools',
  'veil-note',
]);
/** Attributes that scripts, typing and checks from outside have a use for; no style sheet shows anything by them. */
const HANDLES = new Set([
  'aria-atomic',
  'aria-live',
  'autocomplete',
  'data-asked',
  'data-axis',
  'data-bottom',
  'data-does',
  'data-from',
  'data-item',
  'data-limit',
  'data-part',
  'data-placed',
  'data-pointer',
  'data-text',
  'data-text-of',
  'data-to',
  'data-top',
  'data-xs',
  'inputmode',
  'novalidate',
  'spellcheck',
]);
/** A linked file with more letters than this is part of the rest; without script its link is plain text. */
const LARGE = 1000;

const classes = (node: Element): string[] => (attribute(node, 'class') ?? '').split(/\s+/);

/** Without script every window gets the wide drawing of a figure; the style sheet lets it scroll. */
function isUnseen(node: Element): boolean {
  return (
    ['script', 'template'].includes(node.tagName) ||
    attribute(node, 'hidden') !== undefined ||
    attribute(node, 'role') === 'status' ||
    classes(node).some((name) => UNSEEN.has(name)) ||
    (node.tagName === 'button' && !classes(node).includes('term')) ||
    (node.tagName === 'div' && classes(node).includes('narrow'))
  );
}

/** A page of which nothing can be read without script; it is taken out of its tree. */
export function whole(page: Element): { plain: string; rest: Rest } {
  const holder = element('div');
  remove(page);
  append(holder, page);
  return { plain: '', rest: [squeezed(pageText(holder))] };
}

/** Splits one page, which is taken out of its tree and left with marks. */
export function split(page: Element): { plain: string; rest: Rest } {
  if (MARKED.test(pageText(page))) throw new Error('A page has a sign of the private use area.');
  mark(page);
  const holder = element('div');
  remove(page);
  append(holder, page);
  const pieces = squeezed(pageText(holder))
    .replaceAll(new RegExp(` ${DROP}([\\w-]+="[^"]*")`, 'g'), `${OPEN} $1${CLOSE}`)
    .replaceAll(CLOSE + OPEN, '')
    .split(new RegExp(`[${OPEN}${CLOSE}]`));
  const plain = pieces.filter((_, i) => i % 2 === 0).join('');
  return { plain, rest: pieces.map((text, i) => (i % 2 === 0 ? text.length : text)) };
}

function mark(parent: Element): void {
  for (const attr of parent.attrs) {
    if (isForScript(parent, attr)) attr.name = DROP + attr.name;
  }
  for (const node of [...parent.childNodes]) {
    if (!('tagName' in node)) continue;
    if (isUnseen(node)) enclose(parent, node);
    else mark(node);
  }
}

function enclose(parent: Element, node: Element): void {
  defaultTreeAdapter.insertTextBefore(parent, OPEN, node);
  const next = parent.childNodes[parent.childNodes.indexOf(node) + 1];
  if (next) defaultTreeAdapter.insertTextBefore(parent, CLOSE, next);
  else defaultTreeAdapter.insertText(parent, CLOSE);
}

/** What a custom element's script reads, and large files. */
function isForScript(node: Element, { name, value }: { name: string; value: string }): boolean {
  // What such an element says of itself in passing is said in its lesson, too.
  if (node.tagName.includes('-')) return name.startsWith('data-') || name === 'title';
  if (HANDLES.has(name)) return true;
  return (
    node.tagName === 'a' && name === 'href' && value.startsWith('data:') && value.length > LARGE
  );
}
