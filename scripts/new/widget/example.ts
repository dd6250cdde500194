/** The example of `widgets/README.md`, under another name: the document is the template, so that both stay one. */
import { camel, pascal } from '../made.ts';

const README = 'widgets/README.md';

/** The files of the example by their names, with its own name replaced. Throws where the document no longer has them. */
export function exampleAs(name: string, document: string): ReadonlyMap<string, string> {
  const example = /^Here is `([a-z-]+)`, whole\.$/m.exec(document)?.[1];
  if (example === undefined) throw new Error(`${README} no longer says of what it shows all files`);
  const blocks = [...document.matchAll(/^```(ts|py|md)\n([^]*?)^```$/gm)];
  const files = new Map(
    blocks.flatMap(([, language, text = '']) => {
      const [, named, code = ''] = /^(?:\/\/|#) ([\w-]+\.(?:ts|py))\n([^]*)$/.exec(text) ?? [];
      const file = language === 'md' ? 'from.md' : named;
      const own = language === 'md' ? text : code;
      return file === undefined
        ? []
        : [[renamed(file, example, name), renamed(own, example, name)]];
    }),
  );
  for (const file of ['params.ts', 'model.ts', 'figure.ts', 'say.ts', 'widget.ts', 'from.md']) {
    if (!files.has(file)) throw new Error(`${README} no longer has ${file} of its example`);
  }
  return files;
}

/** Its tag, the names that are made of it, and those of its types, which begin with its first word. */
function renamed(text: string, example: string, name: string): string {
  const [first = ''] = example.split('-');
  return text
    .replaceAll(pascal(example), pascal(name))
    .replaceAll(camel(example), camel(name))
    .replaceAll(example, name)
    .replace(new RegExp(`\\b${pascal(first)}(?=Settings|Outcome)`, 'g'), pascal(name));
}
