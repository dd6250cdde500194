/** Finds the experiments and questions that a lesson's text places. */
import { parse } from 'yaml';
import type { AnySettings } from '../../../../widgets/kit/contract/params.ts';

/** An experiment as a lesson places it: `<CoinToss id="…" settings={{…}} veil="…" />`. */
export interface Instance {
  readonly id: string;
  /** As it is written in the lesson, and the tag of its element. */
  readonly name: string;
  readonly tag: string;
  /** What its author calls it; nothing where that is the widget's own title. */
  readonly title: string | undefined;
  /** What it is asked there. */
  readonly question: string | undefined;
  /** Only what differs from the widget's defaults. */
  readonly settings: AnySettings;
  /** The question whose prediction lifts its veil. */
  readonly veil: string | undefined;
  /** The question whose prediction its further controls wait for. */
  readonly ladder: string | undefined;
  /** What of it waits for a prediction of its own: settings and steps by name, each with the question. */
  readonly after: Readonly<Record<string, string>>;
  /** Where it stands in the text, in characters. */
  readonly at: number;
}
/** A question as a lesson places it. */
export interface PlacedQuestion {
  readonly id: string;
  readonly at: number;
}
interface Placements {
  /** The experiments that the front matter names; nothing without a front matter. */
  readonly named: readonly unknown[] | undefined;
  readonly instances: readonly Instance[];
  readonly questions: readonly PlacedQuestion[];
}

/** Reads the placements from a lesson's MDX. Throws when its front matter or a `settings={{…}}` cannot be read. */
export function readPlacements(mdx: string): Placements {
  const text = mdx
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, blank)
    .replace(/^(```+|~~~+)[\s\S]*?^\1/gm, blank)
    .replace(/`[^`\n]*`/g, blank);
  const instances: Instance[] = [];
  const questions: PlacedQuestion[] = [];
  for (const { 1: name = '', index } of text.matchAll(/<([A-Z][A-Za-z0-9]*)\b/g)) {
    const props = propsAt(text, index + name.length + 1);
    const id = props['id'];
    if (id === undefined) continue;
    if (name === 'Question') questions.push({ id, at: index });
    else {
      const settings = settingsOf(id, props['settings'] ?? '{}', 'settings');
      const after = settingsOf(id, props['after'] ?? '{}', 'after') as Instance['after'];
      const { title, question, veil, ladder } = props;
      const tag = kebab(name);
      instances.push({ id, name, tag, title, question, settings, veil, ladder, after, at: index });
    }
  }
  return { named: namedIn(mdx), instances, questions };
}

/** `experiments` of the front matter, whose other fields are checked where the lessons are collected. */
function namedIn(mdx: string): readonly unknown[] | undefined {
  const source = /^---\r?\n([\s\S]*?)\r?\n---/.exec(mdx)?.[1];
  if (source === undefined) return undefined;
  const named = (parse(source) as { experiments?: unknown } | null)?.experiments;
  return Array.isArray(named) ? (named as unknown[]) : [];
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
const kebab = (name: string): string => name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();

/** Props of the tag that starts here: quoted text as it is, `{…}` as its source. */
function propsAt(text: string, from: number): Record<string, string> {
  const props: Record<string, string> = {};
  const next = /\s*(?:([A-Za-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|(?=\{))|[A-Za-z][\w-]*)/y;
  next.lastIndex = from;
  for (let found = next.exec(text); found && found[0] !== ''; found = next.exec(text)) {
    const [, name, double, single] = found;
    if (name === undefined) continue;
    const quoted = double ?? single;
    const value = quoted ?? braced(text, next.lastIndex);
    if (quoted === undefined) next.lastIndex += value.length + 2;
    props[name] = value;
  }
  return props;
}

function braced(text: string, open: number): string {
  let depth = 0;
  // Quoted text is stepped over whole: a brace in it opens and closes nothing.
  for (const { 0: sign, index } of text.slice(open).matchAll(/[{}]|"[^"]*"|'[^']*'/g)) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (depth === 0) return text.slice(open + 1, open + index);
  }
  throw new Error('a brace is opened and never closed');
}

/** An object literal of plain numbers and quoted texts is a YAML flow mapping too. */
function settingsOf(id: string, source: string, prop: string): AnySettings {
  const value: unknown = parse(source.replace(/(\w)_(?=\d{3})/g, '$1'));
  const plain =
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((v) => typeof v === 'number' || typeof v === 'string');
  if (!plain) throw new Error(`${prop} of <… id="${id}"> must be plain numbers and quoted texts`);
  return value as AnySettings;
}
