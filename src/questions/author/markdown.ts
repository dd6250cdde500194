/** Markdown of questions as HTML. Build only. */
import { createMarkdownProcessor } from '@astrojs/markdown-remark';

let processor: ReturnType<typeof createMarkdownProcessor> | undefined;

/** A text of one or more paragraphs. */
export async function blocks(markdown: string): Promise<string> {
  processor ??= createMarkdownProcessor({ syntaxHighlight: false });
  return (await (await processor).render(markdown)).code;
}

/** A text of one paragraph, without the paragraph around it, for labels. */
export async function inline(markdown: string): Promise<string> {
  return (await blocks(markdown)).replace(/^<p>([\s\S]*)<\/p>\s*$/, '$1');
}
