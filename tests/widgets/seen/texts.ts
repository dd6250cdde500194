/** Where the words of a drawing stand, measured before any browser has drawn them. */
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { widthOf } from '../../../widgets/kit/draw/text-width.ts';

/** Words in the units of the whole drawing. */
export interface SeenText {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const KEY_HINT = /<tspan class="key-hint">[^<]*<\/tspan>/g;

/** The same drawing while a mark of it has the focus. */
export function withFocus(markup: string): string {
  return markup
    .replaceAll(/<tspan(?: class="edit-hint")?>[^<]*<\/tspan>(?=<tspan class="key-hint")/g, '')
    .replaceAll('class="key-hint"', '');
}

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Attributes = Readonly<Record<string, string>>;

/** What is handed down: the corner of the group, and what is inherited by words. */
interface Around {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isStrong: boolean;
  readonly anchor: string;
}

/** Words from one `x` on: what follows without an `x` of its own goes on behind them. */
interface Chunk {
  words: string;
  readonly x: number;
  readonly y: number;
  readonly around: Around;
}

const attributesOf = ({ attrs }: Element): Attributes =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]));

/** Every run of words in a drawing; what is seen only while a set is pointed at, or while a mark has the focus, is left out. */
export function textsOf(markup: string, size: number): readonly SeenText[] {
  const around = { x: 0, y: 0, size, isStrong: false, anchor: 'start' };
  return parseFragment(markup.replaceAll(KEY_HINT, '')).childNodes.flatMap((node) =>
    within(node, around),
  );
}

function within(node: Node, around: Around): SeenText[] {
  if (!('tagName' in node)) return [];
  const own = attributesOf(node);
  const looks = (own['class'] ?? '').split(' ');
  if (looks.includes('tip') && !looks.includes('chosen')) return [];
  const inner = inherited(around, own, looks);
  if (node.tagName === 'text') return chunksOf(node, inner).map(boxOf);
  return node.childNodes.flatMap((child) => within(child, inner));
}

function inherited(around: Around, own: Attributes, looks: readonly string[]): Around {
  const [, dx = '0', dy = '0'] =
    /translate\(([-\d.]+)[ ,]([-\d.]+)\)/.exec(own['transform'] ?? '') ?? [];
  if (own['transform'] && dx === '0' && dy === '0') throw new Error(`unknown ${own['transform']}`);
  return {
    ...around,
    x: around.x + Number(dx),
    y: around.y + Number(dy),
    isStrong: around.isStrong || looks.includes('strong'),
    anchor: own['text-anchor'] ?? around.anchor,
  };
}

/** The chunks of a text: each begins at an `x` of its own, or on a line of its own. */
function chunksOf(text: Element, around: Around): Chunk[] {
  const own = attributesOf(text);
  const chunks: Chunk[] = [];
  const places = (own['x'] ?? '0').trim().split(' ');
  let pen = { x: Number(places[0]), y: Number(own['y'] ?? 0) };
  let isFresh = true;
  const write = (words: string, inner: Around): void => {
    // A place for each letter: the digits under bars.
    if (places.length > 1) {
      chunks.push(
        ...places.map((x, i) => ({
          words: words.charAt(i),
          x: Number(x),
          y: pen.y,
          around: inner,
        })),
      );
      return;
    }
    if (isFresh) chunks.push({ words, ...pen, around: inner });
    else (chunks.at(-1) as Chunk).words += words;
    isFresh = false;
  };
  const walk = (node: Node, inner: Around): void => {
    if ('value' in node) write(node.value, inner);
    if (!('tagName' in node)) return;
    const given = attributesOf(node);
    const { x, y, dy } = given;
    pen = { x: Number(x ?? pen.x), y: Number(y ?? pen.y) + Number(dy ?? 0) };
    isFresh ||= x !== undefined || y !== undefined || dy !== undefined;
    for (const child of node.childNodes) {
      walk(child, inherited(inner, given, (given['class'] ?? '').split(' ')));
    }
  };
  for (const child of text.childNodes) walk(child, around);
  return chunks.filter(({ words }) => words.trim() !== '');
}

/** The box of a chunk: from the tops of its capitals to the feet of its letters. */
function boxOf({ words, x, y, around }: Chunk): SeenText {
  const { size, isStrong, anchor } = around;
  const shown = words.replaceAll(/\s+/g, ' ').trim();
  const width = widthOf(shown, isStrong, size);
  const left = around.x + x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0);
  const base = around.y + y;
  return {
    words: shown,
    left,
    right: left + width,
    top: base - 0.95 * size,
    bottom: base + 0.22 * size,
  };
}

/** Two words that cover each other by more than a hair, if any. */
export function covered(texts: readonly SeenText[]): readonly [SeenText, SeenText] | undefined {
  const HAIR = 0.5;
  for (const [i, a] of texts.entries()) {
    for (const b of texts.slice(i + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > HAIR && down > HAIR) return [a, b];
    }
  }
  return undefined;
}
