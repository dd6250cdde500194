/** What the one file weighs, part by part. */

interface Part {
  readonly name: string;
  readonly bytes: number;
}

interface Kind {
  readonly name: string;
  /** Which carried files belong to it, by name, the first where one element has several; pages are `lesson` or `page`. */
  readonly holds: RegExp;
}

const KINDS: readonly Kind[] = [
  { name: 'lessons, read without script', holds: /^lesson$/ },
  { name: 'other pages', holds: /^page$/ },
  { name: 'the rest of the pages', holds: /^pages\// },
  { name: 'code of the pages', holds: /^page\.js$/ },
  { name: 'code of the workers', holds: /^workers\/.*\.js$/ },
  { name: 'wasm', holds: /\.wasm$/ },
  { name: 'data', holds: /^data\// },
  { name: 'solutions', holds: /^solutions\// },
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
  const parts = KINDS.map(({ name }) => {
    const own = elements.filter((one) => kindOf(one.name)?.name === name);
    return { name, bytes: sum(own.map(({ whole }) => Buffer.byteLength(whole))) };
  });
  const others = Buffer.byteLength(text) - sum(parts.map(({ bytes }) => bytes));
  return [...parts, { name: 'styles, fonts, start', bytes: others }];
}

function kindOf(name: string): Kind | undefined {
  return KINDS.find(({ holds }) => holds.test(name));
}

/** How many lessons a one-file edition holds. */
function lessonsIn(text: string): number {
  return text.split('<section class="lesson"').length - 1;
}

/** The parts as lines of text, and their sum. */
export function sizeTable(text: string): string {
  const line = (name: string, bytes: number): string =>
    `  ${name.padEnd(32)}${(bytes / 1e6).toFixed(2).padStart(6)} MB`;
  return [
    ...partsOf(text).map(({ name, bytes }) => line(name, bytes)),
    line(`together, ${lessonsIn(text)} lessons`, Buffer.byteLength(text)),
  ].join('\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
