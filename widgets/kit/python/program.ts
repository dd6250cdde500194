/** An experiment as a Python program: its head, the settings of a run, what all programs share, and what is its own. Pure. */
import type { AnySettings } from '../contract/params.ts';

/** The text of a program that is written by hand beside its model, and of the modules that programs share, by their names. */
export interface Sources {
  readonly program: string;
  readonly modules: Readonly<Record<string, string>>;
}

/** Of these a program may use the later ones only where it uses the first; they stand in it in this order. */
export const MODULES = ['book', 'networks', 'images'] as const;

const PARTS = /^("""[\s\S]*?""")\n([\s\S]*?)(chosen = \{\n[\s\S]*?\n\}\n)\n?([\s\S]*)$/;
const IMPORT = /^(?:import|from) (\w+).*\n/gm;

/** A program in its four parts. Throws where the file is not written so. */
function partsOf({ program, modules }: Sources, settings: AnySettings) {
  const [, head, imports, chosen, own] = PARTS.exec(program) ?? [];
  if (head === undefined || imports === undefined || chosen === undefined || own === undefined)
    throw new SyntaxError('A program has a docstring, its imports, chosen = { … }, and its rest.');
  const asked = [...imports.matchAll(IMPORT)].map(([, from]) => from);
  const shared = MODULES.filter((name) => asked.includes(name)).map((name) => modules[name] ?? '');
  const lines = [imports, ...shared].flatMap((text) => [...text.matchAll(IMPORT)]);
  const needed = [
    ...new Set(lines.flatMap(([line, from = '']) => (from in modules ? [] : [line]))),
  ];
  // As its linter wants them: plain ones first.
  const sorted = needed.toSorted((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  return {
    head,
    chosen: filled(chosen, settings),
    imports: sorted.join(''),
    shared: shared.map(inlined).join('\n\n'),
    own: own.trim(),
  };
}

/** A module without its imports; what its docstring says becomes a comment. */
function inlined(module: string): string {
  const [, about = '', code = ''] = /^"""(.*)"""\n([\s\S]*)$/.exec(module) ?? [];
  return `# ${about}\n\n${code.replaceAll(IMPORT, '').trim()}\n`;
}

const order = (line: string): number => (line.startsWith('import') ? 0 : 1);

/** The settings of a run, in place of those of the file. Throws where one has no line there. */
function filled(chosen: string, settings: AnySettings): string {
  return Object.entries(settings).reduce((text, [name, value]) => {
    const line = new RegExp(`^(    '${name}': )([^#\\n]*?)(,(?: *#.*)?)$`, 'm');
    if (!line.test(text)) throw new RangeError(`The program has no line for the setting ${name}.`);
    return text.replace(line, (_, before: string, was: string, after: string) =>
      [before, written(value, was), after].join(''),
    );
  }, chosen);
}

/** A value as Python writes it; 0 as 0.0 where the file has a number with a point. */
function written(value: string | number, was: string): string {
  if (typeof value === 'string')
    // What a link brings stays a text: a line that ended in it would be code.
    return `'${value.replace(/['\\]/g, '\\$&').replace(/\r|\n/g, ' ')}'`;
  return was.includes('.') && Number.isInteger(value) ? `${value}.0` : String(value);
}

/** The whole program of some settings, to be saved and run. */
export function programOf(sources: Sources, settings: AnySettings): string {
  const { head, chosen, imports, shared, own } = partsOf(sources, settings);
  return `${head}\n\n${imports}\n${chosen}\n${shared}\n\n${own}\n`;
}

/** The same as a notebook (nbformat 4.5): what it says, the settings, what all programs share, the rest. */
export function notebookOf(sources: Sources, settings: AnySettings): string {
  const { head, chosen, imports, shared, own } = partsOf(sources, settings);
  const linesOf = (text: string): readonly string[] => text.trim().split(/(?<=\n)/);
  const code = [chosen, `${imports}\n${shared}`, own].map((source, i) => ({
    cell_type: 'code',
    id: `code-${i}`,
    metadata: {},
    execution_count: null,
    outputs: [],
    source: linesOf(source),
  }));
  const text = {
    cell_type: 'markdown',
    id: 'text',
    metadata: {},
    source: linesOf(head.slice(3, -3)),
  };
  const kernelspec = { display_name: 'Python 3', language: 'python', name: 'python3' };
  const notebook = {
    cells: [text, ...code],
    metadata: { kernelspec },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}
