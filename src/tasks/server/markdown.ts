/** Markdown of questions as HTML. Build only. */
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { noBreak } from '../../markdown/no-break.ts';
import type { Markup } from '../../../widgets/kit/draw/markup.ts';

let processor: ReturnType<typeof createMarkdownProcessor> | undefined;

/** A text of one or more paragraphs. */
export async function blocks(markdown: string): Promise<string> {
  processor ??= createMarkdownProcessor({
    syntaxHighlight: false,
    rehypePlugins: [noBreak],
  });
  return (await (await processor).render(markdown)).code;
}

/** A text of one paragraph, without the paragraph around it, for labels. */
export async function inline(markdown: string): Promise<Markup> {
  return { markup: (await blocks(markdown)).replace(/^<p>([\s\S]*)<\/p>\s*$/, '$1') };
}

/** One of several texts, as HTML. */
export interface TextMarkup {
  readonly id: string;
  readonly html: Markup;
}

/** Texts of one paragraph each, by their ids. */
export function inlines(
  texts: readonly { readonly id: string; readonly text: string }[],
): Promise<readonly TextMarkup[]> {
  return Promise.all(texts.map(async ({ id, text }) => ({ id, html: await inline(text) })));
}
