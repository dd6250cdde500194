/** Pages as trees: reading, walking and writing HTML for the tools that work on the built book. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse, serialize } from 'parse5';

export type Document = DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** The tree of a whole page. */
export function parsePage(html: string): Document {
  return parse(html);
}

/** The HTML of a tree. */
export function pageText(page: Parent): string {
  return serialize(page);
}

/** Every element below a node, in the order of the text; templates are looked into. */
export function* elements(parent: Parent): Generator<Element> {
  const inside =
    'content' in parent ? (parent as DefaultTreeAdapterTypes.Template).content : parent;
  for (const node of inside.childNodes) {
    if (!('tagName' in node)) continue;
    yield node;
    yield* elements(node);
  }
}

/** The elements with one of these names. */
export function named(parent: Parent, ...names: readonly string[]): Element[] {
  return [...elements(parent)].filter((element) => names.includes(element.tagName));
}

/** An attribute's value, or undefined where the element has none of that name. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** Sets an attribute, or takes it away where the value is undefined. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  element.attrs = element.attrs.filter((attr) => attr.name !== name);
  if (value !== undefined) element.attrs.push({ name, value });
}

/** The text inside an element, its children's included. */
export function textOf(element: Parent): string {
  return element.childNodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? textOf(node) : ''))
    .join('');
}

/** Replaces what stands inside an element by a text, as it is (the text of a script or a style, say). */
export function setText(element: Element, text: string): void {
  element.childNodes = [];
  defaultTreeAdapter.insertText(element, text);
}

/** A new element, standing nowhere yet. */
export function element(name: string, attributes: Readonly<Record<string, string>> = {}): Element {
  const attrs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
  return defaultTreeAdapter.createElement(name, 'http://www.w3.org/1999/xhtml' as never, attrs);
}

/** Puts a node at the end of another. */
export function append(parent: Parent, child: DefaultTreeAdapterTypes.ChildNode): void {
  defaultTreeAdapter.appendChild(parent, child);
}

/** Takes a node out of its tree. */
export function remove(node: DefaultTreeAdapterTypes.ChildNode): void {
  defaultTreeAdapter.detachNode(node);
}

/** The one element with this name; a page without it stops the build. */
export function only(page: Parent, name: string): Element {
  const [found] = named(page, name);
  if (!found) throw new Error(`The page has no <${name}>.`);
  return found;
}
