/** Small pieces for walking and building Markdown's and HTML's trees. */

/** What Markdown's and HTML's trees have in common, as far as these plug-ins look. */
export interface Branch {
  type: string;
  tagName?: string;
  /** Of an MDX element. */
  name?: string | null;
  attributes?: { type: string; name?: string; value?: unknown }[];
  value?: string;
  children?: Branch[];
  properties?: Properties;
  position?: { start: { line: number }; end: { line: number } } | undefined;
  /** What becomes of a node of Markdown's in HTML's tree. */
  data?: object | undefined;
}
type Properties = Record<
  string,
  string | number | boolean | (string | number)[] | null | undefined
>;
/** The file that is being read: its path, and what one plug-in leaves for the next. */
export interface Source {
  readonly path?: string;
  readonly data: Record<string, unknown>;
}
/** Sees a node; a returned number is the index among its siblings to go on from. */
type Visit = (node: Branch, parent: Branch | undefined, index: number) => number | undefined;

/** Calls `visit(node, parent, index)` for every node, top down; a returned number is the index to go on from. */
export function walk(node: Branch, visit: Visit, parent?: Branch, index = 0): number {
  const next = visit(node, parent, index);
  if (typeof next === 'number') return next;
  const { children = [] } = node;
  for (let i = 0; i < children.length;) i = walk(children[i] as Branch, visit, node, i);
  return index + 1;
}

/** A text node. */
export const text = (value: string): Branch => ({ type: 'text', value });

/** An HTML element. */
export const element = (tagName: string, properties: Properties, children: Branch[]): Branch => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** A source as a sentence cites it, and as the margin names it where it is cited first. */
export interface Cited {
  readonly key: string;
  readonly prefix: string | undefined;
  readonly words: string;
  readonly margin: string | undefined;
}

/** A citation in Markdown's tree that turns into `<span class="cite">(<a>…</a>; <a>…</a>)</span>`. */
export function cite(sources: readonly Cited[]): Branch {
  const margins = sources.map((source) => source.margin).filter(Boolean);
  const links = sources.flatMap((source, i) => [
    text(`${i === 0 ? '(' : '; '}${source.prefix ? `${source.prefix} ` : ''}`),
    { type: 'link', url: `#ref-${source.key}`, children: [text(source.words)] },
  ]);
  const properties = {
    className: ['cite'],
    ...(margins.length > 0 ? { dataMargin: margins.join('\n') } : {}),
  };
  return {
    type: 'emphasis',
    data: { hName: 'span', hProperties: properties },
    children: [...links, text(')')],
  };
}
