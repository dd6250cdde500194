import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { type Document, only, pageText, parsePage } from '../../scripts/book/html.ts';
import { type Book, relinkPart, relinked } from '../../scripts/offline/addresses.ts';
import { forSections, inTag } from '../../scripts/offline/bundle.ts';
import { uniqueIds } from '../../scripts/offline/ids.ts';
import { inOrder, slugOf } from '../../scripts/offline/pages.ts';

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
