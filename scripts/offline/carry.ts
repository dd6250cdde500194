/** What the one file carries packed: the rest of its pages, its code, and the files that runs and questions ask for by name. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Element, element, setText } from '../book/html.ts';
import { BETWEEN } from '../../widgets/run/page/unpack.ts';
import { packed } from './pack.ts';

const FOLDERS = ['workers', 'solutions', 'review', 'measured', 'data'];
const CARRIED = /\.(bin|js|json|tsv|wasm)$/;
/** The card of a data set. */
const CARD = /^data\/.*\.json$/;
/** Served to pages of earlier editions; the page that comes with it never asks for it. */
const OLD = new Set(['workers/tfjs-backend-wasm.wasm', 'workers/sim.js']);

/** Texts that are the same in many of their lines: the code of the simulations, the solutions of the lessons, the questions that come back with what experiments call their settings, the cards. */
const ALIKE = [/^workers\/sim-/, /^solutions\//, /^(?:review|measured)\//, CARD];

/** A script element that is data, not code: nothing runs it, the page reads it by name. It may have to carry a notice. */
export function carrier(name: string, bytes: Uint8Array | string, notice?: string): Element {
  const script = element('script', {
    type: 'application/octet-stream',
    'data-asset': name,
    ...(notice !== undefined && { 'data-notice': notice }),
  });
  setText(script, packed(bytes));
  return script;
}

/** The files of a built book, `data/mnist8.bin`, `workers/lab.js`, each in an element of its own, but for those that are left out. */
export function carriedFiles(folder: string, left?: RegExp): Element[] {
  const there = FOLDERS.filter((part) => existsSync(join(folder, part)));
  const carried = there
    .flatMap((part) => {
      const files = readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' });
      return files.map((name) => `${part}/${name.replaceAll('\\', '/')}`).sort();
    })
    .filter((name) => CARRIED.test(name) && !OLD.has(name) && left?.test(name) !== true);
  const notices = noticesIn(folder);
  const shelves = ALIKE.map((one) => carried.filter((name) => one.test(name)));
  return [
    ...shelves
      .filter((names) => names.length > 0)
      .map((names) => shelf(names, (name) => readFileSync(join(folder, name), 'utf8'))),
    ...carried
      .filter((name) => !shelves.flat().includes(name))
      .map((name) => carrier(name, readFileSync(join(folder, name)), notices.get(name))),
  ];
}

/** Several texts in one element, named with spaces between them: what they share is packed once. */
export function shelf(names: readonly string[], textOf: (name: string) => string): Element {
  const texts = names.map(textOf);
  const cut = texts.findIndex((text) => text.includes(BETWEEN));
  if (cut >= 0) throw new Error(`${names[cut]} has the sign that stands between two texts.`);
  return carrier(names.join(' '), texts.join(BETWEEN));
}

/** What the cards say must stand beside their files. */
function noticesIn(folder: string): ReadonlyMap<string, string> {
  const data = join(folder, 'data');
  const cards = readdirSync(data).filter((name) => CARD.test(`data/${name}`));
  return new Map(
    cards.flatMap((name) => {
      const { notice, files } = JSON.parse(readFileSync(join(data, name), 'utf8')) as {
        readonly notice?: string;
        readonly files: readonly { readonly name: string }[];
      };
      return notice === undefined
        ? []
        : files.map((file) => [`data/${file.name}`, notice] as const);
    }),
  );
}
