/** What the one file weighs, part by part, and what it would weigh with more lessons. */

/** A part of the one file: its bytes, and the share of them that there would be again for as many lessons again. */
interface Part {
  readonly name: string;
  readonly bytes: number;
  readonly grows: number;
}

interface Kind {
  readonly name: string;
  /** Which carried files belong to it, by name, the first where one element has several; pages are `lesson` or `page`. */
  readonly holds: RegExp;
  /** Lessons are as many again; of code and data most is there once. From five lessons and what twenty more are to have. */
  readonly grows: number;
}

const KINDS: readonly Kind[] = [
  { name: 'lessons, read without script', holds: /^lesson$/, grows: 1 },
  { name: 'other pages', holds: /^page$/, grows: 0.4 },
  { name: 'the rest of the pages', holds: /^pages\//, grows: 0.8 },
  { name: 'code of the pages', holds: /^page\.js$/, grows: 0.4 },
  { name: 'code of the workers', holds: /^workers\/.*\.js$/, grows: 0.05 },
  { name: 'wasm', holds: /\.wasm$/, grows: 0 },
  { name: 'data', holds: /^data\//, grows: 0.25 },
  { name: 'solutions', holds: /^solutions\//, grows: 1 },
];
const PAGES = /<noscript data-page="[^"]*"><section class="(\w+)".*?<\/noscript>/gs;
const CARRIED =
  /<script type="application\/octet-stream" data-asset="([^" ]*)[^"]*"[^>]*>.*?<\/script>/gs;

/** The parts of a one-file edition, from its text. */
export function partsOf(text: string): Part[] {
  const pages = [...text.matchAll(PAGES)];
  const elements = [
    ...pages.map(([whole, kind]) => ({ whole, name: kind === 'lesson' ? kind : 'page' })),
    ...[...text.matchAll(CARRIED)].map(([whole, name = '']) => ({ whole, name })),
  ];
  const parts = KINDS.map(({ name, grows }) => {
    const own = elements.filter((one) => kindOf(one.name)?.name === name);
    return { name, grows, bytes: sum(own.map(({ whole }) => Buffer.byteLength(whole))) };
  });
  const others = Buffer.byteLength(text) - sum(parts.map(({ bytes }) => bytes));
  return [...parts, { name: 'styles, fonts, start', bytes: others, grows: 0 }];
}

function kindOf(name: string): Kind | undefined {
  return KINDS.find(({ holds }) => holds.test(name));
}

/** How many lessons a one-file edition holds. */
function lessonsIn(text: string): number {
  return text.split('<section class="lesson"').length - 1;
}

/** The bytes that the same book would have with so many lessons. */
export function projected(text: string, lessons: number): number {
  const more = lessons / lessonsIn(text) - 1;
  return sum(partsOf(text).map(({ bytes, grows }) => bytes * (1 + grows * more)));
}

/** The parts as lines of text, their sum, and what a chapter of 25 lessons would weigh. */
export function sizeTable(text: string): string {
  const line = (name: string, bytes: number): string =>
    `  ${name.padEnd(32)}${(bytes / 1e6).toFixed(2).padStart(6)} MB`;
  return [
    ...partsOf(text).map(({ name, bytes }) => line(name, bytes)),
    line(`together, ${lessonsIn(text)} lessons`, Buffer.byteLength(text)),
    line('about, with 25 lessons', projected(text, 25)),
  ].join('\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
