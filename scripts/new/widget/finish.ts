/**
 * Writes down what a new widget is held against from now on, and what tools may rely on: `node scripts/new/widget/finish.ts NAME`;
 * anew, as often as it changes before anybody has its links.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { hashOf } from '../../../tests/compat/frozen-form.ts';
import { lookedAtUnder } from '../../../tests/widgets/looked-at/look.ts';
import { loadWidget } from '../../../widgets/index.ts';
import { defaults, type AnySettings, type Table } from '../../../widgets/kit/contract/params.ts';
import { measureAll, type AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import { figureOf } from '../../../widgets/kit/draw/drawing.ts';
import { bookRun } from '../../../widgets/server/book-run.ts';
import { sectionOf } from './entered.ts';

const INTERFACE = 'docs/interface.md';

/** The pictures that its figure is compared with. */
async function keepPictures(widget: AnyWidget, settings: AnySettings): Promise<void> {
  const { outcome } = await bookRun(widget, settings);
  for (const layout of ['wide', 'narrow'] as const) {
    const { markup } = figureOf(widget.draw(settings, outcome, { layout }));
    // A figure must stand by itself: an image viewer opens it as it is.
    const picture = markup.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
    const file = `tests/pictures/${widget.tag}.${layout}.svg`;
    writeFileSync(file, `${picture}\n`);
    console.log(file);
  }
}

/** The runs that later versions are compared with: the start, and the other end of its first control. */
async function freeze(widget: AnyWidget): Promise<void> {
  const table = widget.params as Table;
  const [first = ''] = Object.keys(table);
  const param = table[first];
  const changes: readonly AnySettings[] = [
    {},
    param?.kind === 'number' ? { [first]: param.max } : {},
  ];
  const lines: string[] = [];
  let before: unknown;
  for (const settings of changes) {
    const full = { ...(defaults(table) as AnySettings), ...settings };
    const { outcome } = await bookRun(widget, full);
    const said = widget.say(full, outcome, before);
    const kept = { outcome: hashOf(outcome), said, table: hashOf(widget.tabulate(full, outcome)) };
    lines.push(
      JSON.stringify({
        version: widget.version,
        settings,
        ...measureAll(widget, outcome),
        ...kept,
      }),
    );
    before = outcome;
  }
  const file = `tests/compat/fixtures/digits/${widget.tag}.json`;
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
  console.log(file);
}

/** What it says, offers and draws, to be read. */
async function look(widget: AnyWidget): Promise<void> {
  const file = `tests/widgets/looked-at/${widget.tag}.json`;
  writeFileSync(file, await lookedAtUnder(widget, [{}]));
  console.log(file);
}

/** Its section, in the place of the one that it has, or after the others. */
async function enter(widget: AnyWidget): Promise<void> {
  const old = new RegExp(`^### \`${widget.tag}\`[^]*?(?=^### |(?![^]))`, 'm');
  const others = readFileSync(INTERFACE, 'utf8').replace(old, '');
  const page = `${others.trimEnd()}\n\n${sectionOf(widget)}\n`;
  const options = await resolveConfig(INTERFACE);
  writeFileSync(INTERFACE, await format(page, { ...options, filepath: INTERFACE }));
  console.log(INTERFACE);
}

const widget = await loadWidget(process.argv[2] ?? '');
await keepPictures(widget, defaults(widget.params as Table) as AnySettings);
await freeze(widget);
await look(widget);
await enter(widget);
