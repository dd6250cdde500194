import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { newLesson } from '../../scripts/new/lesson/new-lesson.ts';
import { Misread } from '../../scripts/misread.mjs';
import type { Files } from '../../scripts/new/made.ts';
import { sectionOf } from '../../scripts/new/widget/entered.ts';
import { exampleAs } from '../../scripts/new/widget/example.ts';
import { newWidget } from '../../scripts/new/widget/new-widget.ts';
import { ideaFaults } from '../../src/tasks/practice/author/ideas.ts';
import { readBook } from '../../src/tasks/practice/author/load.ts';
import { placementFaults, proveBook } from '../../src/tasks/practice/author/proofs.ts';
import { loadWidgets, tags } from '../../widgets/index.ts';
import { keptOutcomes } from '../../widgets/run/kept/kept-outcomes.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

describe('a name', () => {
  it.each([
    [['Two-Words'], '“Two-Words” is not'],
    [['two_words'], '“two_words” is not'],
    [['../two-words'], '“../two-words” is not'],
    [['two-words-'], '“two-words-” is not'],
    [[`a-${'b'.repeat(40)}`], 'joined by hyphens'],
    [['taken-one'], 'called “taken-one” already'],
    [['coins'], 'has a hyphen'],
  ])('%j is refused in a sentence', (words, said) => {
    const make = (): unknown => newWidget(words, read, ['taken-one']);
    expect(make).toThrow(Misread);
    expect(make).toThrow(said);
  });

  it('of a lesson is refused the same way, and so is an experiment that is none', async () => {
    await expect(newLesson(['Two'], read)).rejects.toThrow('“Two” is not');
    await expect(newLesson([tags[0] ?? ''], read)).rejects.toThrow('already');
    await expect(newLesson(['two-words', 'nowhere'], read)).rejects.toThrow(
      '“nowhere” is no simulation',
    );
  });
});

/** The faults that the compiler finds in new files of the book, and in those that the same files change. */
function typeFaults(files: Files): readonly string[] {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)).config,
    ts.sys,
    resolve('.'),
  );
  const texts = new Map([...files].map(([path, text]) => [resolve(path), text]));
  const host = ts.createCompilerHost(options);
  const disk = { ...host };
  const at = (path: string): string | undefined => texts.get(resolve(path));
  host.fileExists = (path) => at(path) !== undefined || disk.fileExists(path);
  host.directoryExists = (path) =>
    [...texts.keys()].some((file) => file.startsWith(`${resolve(path)}/`)) ||
    ts.sys.directoryExists(path);
  host.readFile = (path) => at(path) ?? disk.readFile(path);
  host.getSourceFile = (path, language) => {
    const text = at(path);
    return text === undefined
      ? disk.getSourceFile(path, language)
      : ts.createSourceFile(path, text, language);
  };
  const roots = [...texts.keys()].filter((path) => path.endsWith('.ts'));
  const program = ts.createProgram(roots, { ...options, noEmit: true }, host);
  return roots.flatMap((path) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
  );
}

describe('a new widget', () => {
  const { files } = newWidget(['two-words'], read);
  const folder = 'widgets/experiments/two-words';

  it('is the example of the document, whole and under its own name', () => {
    const names = [
      'params.ts',
      'model.ts',
      'figure.ts',
      'say.ts',
      'widget.ts',
      'from.md',
      'README.md',
    ];
    expect([...files.keys()]).toEqual([
      ...names.map((name) => `${folder}/${name}`),
      'tests/widgets/experiments/two-words/two-words.test.ts',
      'tests/widgets/experiments/two-words/shown.ts',
    ]);
    const all = [...files].filter(([path]) => path.startsWith(folder)).map(([, text]) => text);
    expect(all.join('\n')).not.toMatch(/coin-?toss|CoinSettings|CoinOutcome/i);
    expect(files.get(`${folder}/widget.ts`)).toContain(`tag: 'two-words'`);
  });

  it('stands in the document as its files do, or is not written', () => {
    const document = read('widgets/README.md');
    const without = document.replace('// say.ts', '// said.ts');
    expect(() => exampleAs('two-words', without)).toThrow('no longer has say.ts');
    expect(() => exampleAs('two-words', document.replace(', whole.', '.'))).toThrow(
      'no longer says',
    );
    expect(() =>
      newWidget(['two-words'], (path) => (path.endsWith('.md') ? without : read(path))),
    ).toThrow('say.ts');
  });

  it('has a section in the page for tools, with every setting as it may be', async () => {
    for (const widget of Object.values(await loadWidgets())) {
      const section = sectionOf(widget);
      for (const name of Object.keys(widget.params as object))
        expect(section).toContain(`| \`${name}\` |`);
      for (const name of Object.keys(widget.measures)) expect(section).toContain(`\`${name}\``);
      expect(section).toContain(`### \`${widget.tag}\` (version ${widget.version})`);
    }
  });
});

describe('a new lesson', async () => {
  const { files } = await newLesson(['two-words'], read);
  const [mdx = '', , table = '', ideas = ''] = [...files.keys()];

  it('stands at the end of the chapter, with its questions and its idea', () => {
    expect([...files.keys()]).toEqual([
      expect.stringMatching(/^content\/[\w-]+\/[\w-]+\/two-words\.mdx$/),
      expect.stringMatching(/^content\/[\w-]+\/[\w-]+\/two-words\.questions\.yaml$/),
      'content/book.yaml',
      expect.stringMatching(/^content\/[\w-]+\/ideas\.yaml$/),
    ]);
    expect(files.get(ideas)).toContain(read(ideas).trimEnd());
    const added = /, two-words(?=,?\s*\])/;
    expect(files.get(table)).toMatch(added);
    expect(files.get(table)?.replace(added, '')).toBe(read(table));
  });

  it('cites a source that there is', () => {
    const [, key = ''] = /\[@([\w-]+)\]/.exec(files.get(mdx) ?? '') ?? [];
    expect(read('content/references.bib')).toContain(`{${key},`);
  });

  it('has nothing out of place, and every question holds', async () => {
    const book = readBook(new Map([...files].filter(([path]) => path.startsWith('content/'))));
    expect(placementFaults(book, tags)).toEqual([]);
    const own = ideaFaults(book).filter((fault) => fault.includes('two-words'));
    expect(own).toEqual([]);
    const widgets = await loadWidgets();
    expect(await proveBook({ book, widgets, run: keptOutcomes })).toEqual([]);
    expect(book.questions).toHaveLength(6);
  });
});

it('all that is new compiles, with the table that names it, and what would not is seen', async () => {
  const lesson = await newLesson(['three-words'], read);
  const broken = [
    'tests/broken.ts',
    `import { say } from '../widgets/experiments/two-words/say.ts';\nexport const n: number = say;\n`,
  ] as const;
  const files = new Map([...newWidget(['two-words'], read).files, ...lesson.files, broken]);
  const faults = typeFaults(files);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain('broken.ts: Type');
});
