/** What can be set: which boxes of the map are down. */
import type { Settings, Table } from '#kit/contract';
import { revealed } from '#kit/contract';

/** The boxes of the map by their permanent names, and what each is called. */
export const BOXES = {
  infrastructure: 'Infrastructure',
  interface: 'Interface',
  data: 'Data stack',
  algorithm: 'Algorithm',
  hardware: 'Hardware',
} as const;
/** A box of the map. */
export type Box = keyof typeof BOXES;
/** All of them, in the order in which keys lead through the map. */
export const ALL = Object.keys(BOXES) as readonly Box[];

/** The boxes that a text names, in the map's order. Throws an Error that says what to write instead. */
export function boxesIn(text: string): Box[] {
  const named = text.split(',').filter((name) => name !== '');
  const unknown = named.find((name) => !ALL.some((box) => box === name));
  if (unknown !== undefined) throw new Error(`boxes with commas between, of ${ALL.join(', ')}`);
  return ALL.filter((box) => named.includes(box));
}

/** What is down, in words: "interface, data stack and hardware"; "nothing". */
export function inWords(down: readonly Box[]): string {
  const names = down.map((box) => BOXES[box].toLowerCase());
  const last = names.pop() ?? 'nothing';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

/** What the menu offers; any other set is pressed in the map. */
const OFFERED = [
  '',
  'interface',
  'data',
  'algorithm',
  'hardware',
  'infrastructure',
  'infrastructure,data',
];

/** The parameter table of `system-map`. */
export const params = {
  down: {
    ...revealed('Down'),
    help: 'What fails. In the map a box is pressed to take it down, or to bring it back; several may be down at once.',
    kind: 'text',
    default: '',
    options: OFFERED.map((value) => ({ value, label: inWords(boxesIn(value)) })),
    say: (text) => inWords(boxesIn(text)),
    parse: (text: string) => boxesIn(text.toLowerCase().replace(/\s+/g, '')).join(','),
  },
} as const satisfies Table;

/** Settings of one run. */
export type MapSettings = Settings<typeof params>;
