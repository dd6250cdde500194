import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  attribute,
  type Document,
  only,
  pageText,
  parsePage,
  textOf,
} from '../../scripts/book/html.ts';
import { type Book, dataUrl, relinkPart, relinked } from '../../scripts/offline/addresses.ts';
import { forSections, inTag } from '../../scripts/offline/bundle.ts';
import { carriedFiles } from '../../scripts/offline/carry.ts';
import { uniqueIds } from '../../scripts/offline/ids.ts';
import { inOrder, slugOf } from '../../scripts/offline/pages.ts';
import { split } from '../../scripts/offline/split.ts';
import { joined } from '../../src/offline/join.ts';
import { nameIn, pageAsked } from '../../src/offline/place.ts';
import { takenFrom } from '../../widgets/run/page/unpack.ts';

function parts(
  ...bodies: string[]
): { slug: string; main: ReturnType<typeof only>; page: Document }[] {
  return bodies.map((body, i) => {
    const page = parsePage(`<main>${body}</main>`);
    return { slug: ['one', 'two', 'three'][i] ?? '', main: only(page, 'main'), page };
  });
}

test('headings carry their page’s name, and what refers to them follows', () => {
  const [one, two] = parts(
    '<h2 id="why">Why</h2><section aria-labelledby="why other"><a href="#why">x</a></section>',
    '<h2 id="why">Why</h2>',
  );
  if (!one || !two) throw new Error('two pages were made');
  const ids = uniqueIds([one, two], new Set());
  expect(ids.get('two')?.get('why')).toBe('two--why');
  expect(pageText(one.main)).toContain('<h2 id="one--why">');
  expect(pageText(one.main)).toContain('aria-labelledby="one--why other"');
});

test('a place that stands on several pages keeps its own name on the first of them, for links of earlier editions', () => {
  const [one, two] = parts('<p id="ref-a">A</p>', '<p id="ref-a">A</p><p id="ref-b">B</p>');
  if (!one || !two) throw new Error('two pages were made');
  uniqueIds([one, two], new Set());
  expect(pageText(one.main)).toContain('<p id="one--ref-a">A<span id="ref-a"></span></p>');
  expect(pageText(two.main)).toContain('<p id="two--ref-a">A</p><p id="ref-b">B</p>');
});

test('an experiment and a question keep their ids, headings inside included', () => {
  const [one] = parts(
    '<batch-bench id="latency"><h3 id="latency-title">T</h3><label for="latency-x">x</label><input id="latency-x"></batch-bench>',
  );
  if (!one) throw new Error('a page was made');
  const before = pageText(one.main);
  expect([...(uniqueIds([one], new Set()).get('one') ?? [])]).toEqual([]);
  expect(pageText(one.main)).toBe(before);
});

test('two experiments with one id stop the build and are named', () => {
  const same = '<batch-bench id="latency"></batch-bench>';
  expect(() => uniqueIds(parts(same, same), new Set())).toThrow(/"latency"/);
});

test('an id that the shell has is shared too', () => {
  const [one] = parts('<p id="main">x</p>');
  if (!one) throw new Error('a page was made');
  expect(
    uniqueIds([one], new Set(['main']))
      .get('one')
      ?.get('main'),
  ).toBe('one--main');
});

const BOOK: Book = {
  slugs: new Map([
    ['index.html', 'front'],
    ['lessons/b/index.html', 'b'],
  ]),
  ids: new Map([['b', new Map([['why', 'b--why']])]]),
  read: (file) => (file === 'icon.svg' ? new TextEncoder().encode('<svg/>') : undefined),
};

test.each([
  ['../b/', '#/b'],
  ['../b/#why', '#b--why'],
  ['../b/#latency', '#latency'],
  ['../b/?latency.maxBatch=8', '?latency.maxBatch=8#/b'],
  ['../../', '#/front'],
  ['https://example.org/', 'https://example.org/'],
])('from another lesson %s leads to %s', (address, leads) => {
  expect(relinked(BOOK, 'lessons/a/index.html', address)).toBe(leads);
});

test('a file is carried, and one that is missing stops the build', () => {
  expect(relinked(BOOK, 'index.html', 'icon.svg')).toBe('data:image/svg+xml;base64,PHN2Zy8+');
  expect(() => relinked(BOOK, 'index.html', 'gone.txt')).toThrow(/gone\.txt/);
  const page = parsePage('<main><a href="icon.svg">the icon</a></main>');
  relinkPart(BOOK, 'index.html', only(page, 'main'));
  expect(pageText(page)).toContain('download="icon.svg"');
});

test('a text is carried as text, and means the same', async () => {
  const text = 'Line one\n100 % “quoted” & #1, <b>\t';
  const address = dataUrl('data/LICENSES/x.txt', new TextEncoder().encode(text));
  expect(address).toMatch(/^data:text\/plain;charset=utf-8,Line one%0A/);
  expect(await (await fetch(address)).text()).toBe(text);
});

test('a script that speaks of its own end tag means the same and stays inside it', () => {
  const code = 'result = ["</script>", "<!--", /<\\/SCRIPT/.source]';
  const safe = inTag(code, 'script');
  expect(safe).not.toMatch(/<\/script|<!--/i);
  const results = [code, safe].map((text) => {
    const room: { result?: unknown } = {};
    runInNewContext(text, room);
    return JSON.stringify(room.result);
  });
  expect(results[1]).toBe(results[0]);
});

test('what the sheets say of main holds for sections, and nothing else changes', () => {
  const css = 'main,.foot{a:b}main>*{grid-area:main}.main{c:d}#main{e:f}@media print{main .x{g:h}}';
  const S = 'section:where([data-page])';
  expect(forSections(css)).toBe(
    `${S},.foot{a:b}${S}>*{grid-area:main}.main{c:d}#main{e:f}@media print{${S} .x{g:h}}`,
  );
});

test('pages stand in the order of the contents, the front page first', () => {
  const files = ['about/index.html', 'lessons/z/index.html', 'index.html', 'lessons/a/index.html'];
  const contents = ['lessons/z/index.html', 'lessons/a/index.html'];
  expect(inOrder(files, contents).map(slugOf)).toEqual(['front', 'z', 'a', 'about']);
});

const PAGE = `<section class="lesson" data-page="a"><h1>Why</h1><p class="if-scripting">Press run.</p>
<a href="data:text/plain,${'x'.repeat(2000)}" download="x.txt">a licence</a> <a href="#b">b</a>
<toy-queue id="toy" class="experiment" data-start="{&quot;n&quot;:1}"><div class="wide"><svg viewBox="0 0 9 9"><text>wide</text></svg></div><div class="narrow"><svg></svg></div>
<form class="experiment-controls"><input class="slider"></form><table><tbody><tr><td>8 &lt; 9</td></tr></tbody></table><div hidden=""></div><script type="application/json">{"a":"</p>"}</script></toy-queue><template><p>Well done</p></template></section>`;

test('a page is split into what can be read without script and the rest, and put together letter for letter', () => {
  const { plain, rest } = split(only(parsePage(PAGE), 'section'));
  expect(joined(plain, rest)).toBe(PAGE);
  for (const seen of [
    'Why',
    '#b',
    'a licence',
    'wide',
    '8 &lt; 9',
    'id="toy"',
    'download="x.txt"',
  ]) {
    expect(plain).toContain(seen);
  }
  expect(plain).not.toMatch(/Press run|xxx|data-start|narrow|slider|hidden|Well done|script/);
});

test('a rest that belongs to another text is refused', () => {
  const { plain, rest } = split(only(parsePage(PAGE), 'section'));
  expect(() => joined(`${plain} `, rest)).toThrow();
});

const PAGES = [
  { slug: 'front', plain: '<h1 id="front--x">' },
  { slug: 'a', plain: '<h2 id="why">' },
  { slug: 'b', plain: '', whole: '<input id="deep">' },
];

test.each([
  ['#/a', 'a'],
  ['#/lessons/a/', 'a'],
  ['#/about', undefined],
  ['#why', 'a'],
  ['#deep', 'b'],
  ['#wh', undefined],
  ['#%E2%80', undefined],
  ['#/a&carry=A1_-', 'a'],
  ['', undefined],
])('the address %s asks for the page %s', (hash, slug) => {
  expect(pageAsked(PAGES, nameIn(hash))?.slug).toBe(slug);
});

test('each file is a block of its own with the notice of its card, but simulations share one, as do solutions, and cards', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'book-files-'));
  for (const name of [
    'workers/lab.js',
    'workers/sim-a.js',
    'workers/sim-b.js',
    'solutions/01.json',
    'data/a.bin',
    'data/b.bin',
    'data/LICENSE.txt',
  ]) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
  const card = { notice: 'of others', files: [{ name: 'b.bin' }] };
  writeFileSync(join(folder, 'data/b.json'), JSON.stringify(card));
  const elements = await carriedFiles(folder);
  const sims = 'workers/sim-a.js workers/sim-b.js';
  const others = ['solutions/01.json', 'data/b.json', 'workers/lab.js', 'data/a.bin', 'data/b.bin'];
  expect(elements.map((one) => attribute(one, 'data-asset'))).toEqual([sims, ...others]);
  for (const name of sims.split(' ')) {
    const carrier = {
      textContent: textOf(elements[0]!),
      getAttribute: () => sims,
    } as unknown as Element;
    expect(new TextDecoder().decode(await takenFrom(carrier, name))).toBe(name);
  }
  const notices = elements.map((one) => attribute(one, 'data-notice'));
  expect(notices).toEqual([...[sims, '01', 'card', 'lab', 'a'].map(() => undefined), 'of others']);
  rmSync(folder, { recursive: true });
});
