/** A lesson's MDX as the plain text that is searched, section by section. */

/** A stretch of a lesson: what stands under one heading, or before the first. */
export interface Section {
  /** In the order of the headings of the second level, from 0; -1 stands before the first. */
  readonly heading: number;
  readonly text: string;
  /** The words of the glossary that are marked in it, by their ids. */
  readonly terms: readonly string[];
  /** The sources that it cites, by their keys. */
  readonly cited: readonly string[];
}

/**
 * The sections of a lesson. A number of a reader's run becomes an ellipsis, and what waits for a prediction is left out: a
 * search gives nothing away.
 */
export function sectionsOf(mdx: string): readonly Section[] {
  const body = mdx
    .replace(/^---\r?\n.*?\r?\n---\r?\n/s, '')
    .replace(/\{\/\*.*?\*\/\}/gs, '')
    .replace(/^(?:import|export) .*$/gm, '')
    .replace(/<After\b.*?<\/After>/gs, '');
  const parts = body.split(/^##(?!#)[^\n]*$/m);
  return parts.map((part, i) => ({
    heading: i - 1,
    text: plainText(part),
    terms: allOf(part, /<Term of="([^"]+)"/g),
    cited: allOf(part, /(?<=\[[^\][]*)@(\w(?:[\w:.-]*\w)?)/g),
  }));
}

const allOf = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, id = '']) => id)),
];

/** Markdown with components as plain text in one line. */
export function plainText(mdx: string): string {
  return (
    mdx
      .replace(/^(`{3,}|~{3,}).*?^\1/gms, ' ')
      .replace(/<Yours\b(?:[^>{]|\{\{.*?\}\}|\{[^}]*\})*\/>/gs, '…')
      // A tag with what it is set to; what stands between an opening and a closing one stays.
      .replace(/<\/?[A-Za-z](?:[^<>{]|\{\{.*?\}\}|\{[^}]*\})*>/gs, ' ')
      .replace(/\[@[^\]]*\]/g, '')
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/^\s*\|[\s|:-]*$/gm, ' ')
      .replace(/^#{1,6} /gm, '')
      .replace(/^\s*(?:[-*+]|\d+\.|>) /gm, '')
      .replace(/[|`]|\*\*|\\(?=[$*_`])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/ (?=[.,;:!?)’”])|(?<=[(‘“]) /g, '')
      .trim()
  );
}
