/** What an author wrote, held against the table of settings. Build only: a mistake stops the build with a sentence. */
import { readSettings, type AnySettings, type Param, type Table } from './params.ts';
import type { Placed } from './placement.ts';
import { answersAtOnce, type AnyWidget } from './widget.ts';

/** A fault that an author can mend; its message says what to do. */
export class AuthorFault extends Error {}

/** Full settings: the widget's defaults with an author's changes. Throws when a change is unknown or cannot be had. */
export function fullSettings(widget: AnyWidget, changes: AnySettings, what: string): AnySettings {
  const table = widget.params as Table;
  const written = Object.fromEntries(Object.entries(changes).map(([k, v]) => [k, String(v)]));
  const { settings, adjusted, unreadable } = readSettings(table, written);
  const full = settings as AnySettings;
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(table, name)) {
      const known = Object.keys(table).join(', ');
      throw new AuthorFault(`${what}: ${widget.tag} has no setting "${name}"; it has ${known}`);
    }
    const wanted = unreadable.find((one) => one.name === name)?.wanted;
    // A text setting has a canonical form; numbers and choices must stand as written.
    const isTaken = adjusted[name] === undefined && table[name]?.kind === 'text';
    if (wanted === undefined && (isTaken || full[name] === value)) continue;
    throw new AuthorFault(
      `${what}: ${name} cannot be ${value}; ${wanted ? `expected ${wanted}` : `${String(full[name])} would be used`}`,
    );
  }
  return full;
}

/** The settings that an instance starts with. */
export function startOf(widget: AnyWidget, id: string, changes: AnySettings = {}): AnySettings {
  return fullSettings(widget, changes, `<${widget.tag} id="${id}">`);
}

/** The table of an instance: what its author has fixed has no control; where no first one is left, further ones take their place. */
export function tableOf(
  widget: AnyWidget,
  { id, fixed = [] }: Pick<Placed, 'id' | 'fixed'>,
): Table {
  const table = widget.params as Table;
  const unknown = fixed.find((name) => !Object.hasOwn(table, name));
  if (unknown !== undefined) {
    throw new AuthorFault(
      `<${widget.tag} id="${id}">: fixed names "${unknown}", which is no setting; there are ${Object.keys(table).join(', ')}`,
    );
  }
  const all = Object.entries(table);
  const hasFirst = all.some(([name, { place }]) => place === 'first' && !fixed.includes(name));
  return Object.fromEntries(
    all.map(([name, param]): [string, Param] => {
      if (fixed.includes(name)) return [name, { ...param, place: 'none' }];
      const isCalled = !hasFirst && param.place === 'more' && name !== 'seed';
      return [name, isCalled ? { ...param, place: 'first' } : param];
    }),
  );
}

const PROPS = ['id', 'title', 'question', 'settings', 'veil', 'ladder', 'after', 'fixed', 'inline'];

/** Throws when an author misspelt a prop of an experiment, or left out what each must have. */
export function checkPlaced(tag: string, props: Readonly<Record<string, unknown>>): void {
  const what = `<${tag} id="${String(props['id'] ?? '')}">`;
  const unknown = Object.keys(props).find((name) => !PROPS.includes(name));
  if (unknown !== undefined) {
    throw new AuthorFault(
      `${what}: an experiment has no "${unknown}"; it takes ${PROPS.join(', ')}`,
    );
  }
  const missing = ['id', 'question'].find((name) => !String(props[name] ?? '').trim());
  if (missing !== undefined) throw new AuthorFault(`${what}: ${missing} is missing`);
}

/** Throws where an experiment cannot stand inline as its author asks, because something of it would be out of reach. */
export function checkInline(widget: AnyWidget, { id, inline, veil, ladder, after }: Placed): void {
  if (inline === undefined || inline === false) return;
  const what = `<${widget.tag} id="${id}" inline>`;
  if (!answersAtOnce(widget)) {
    throw new AuthorFault(
      `${what}: it must be asked for a run, and nothing inline has a button for that; leave out inline`,
    );
  }
  if ((veil ?? ladder ?? after) !== undefined) {
    throw new AuthorFault(`${what}: nothing inline waits for a prediction; leave out inline`);
  }
  const known = Object.entries(widget.params as Table)
    .filter(([, { place }]) => place !== 'none')
    .map(([name]) => name);
  if (inline === true || known.includes(inline)) return;
  throw new AuthorFault(`${what}: there is no control "${inline}"; there are ${known.join(', ')}`);
}
