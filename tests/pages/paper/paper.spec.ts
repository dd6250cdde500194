/** A lesson on paper and as an e-book: heard, found through its contents, and judged by others' programs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PDFDict } from '@cantoo/pdf-lib';
import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { faultsIn } from '../../../scripts/paper/check.ts';
import { made } from '../../../scripts/paper/make.ts';
import { contentOf, pagesOf } from '../../../scripts/paper/mend.ts';
import { structureOf, tagsIn, type Tag } from '../../../scripts/paper/tags.ts';
import { programOf } from '../engines/engine.ts';

const LESSON = 'two-districts';
const SITE = 'https://book.example/';

let folder: string;
let pdf: Uint8Array;
let epub: Uint8Array;
const file = (name: string): string => join(folder, name);

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'paper-'));
  pdf = (await made('A4', LESSON, { site: SITE })).bytes;
  epub = (await made('epub', LESSON)).bytes;
  writeFileSync(file('lesson.pdf'), pdf);
  writeFileSync(file('lesson.epub'), epub);
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('keeps every rule that a script can see', async () => {
  expect(await faultsIn(pdf)).toEqual([]);
});

const first = (tags: readonly Tag[], type: string): PDFDict => {
  const found = tags.find((tag) => tag.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found.dict;
};
const without = (type: string, key: string) => (tags: readonly Tag[]) => {
  first(tags, type).delete(PDFName.of(key));
};
const called = (type: string, other: string) => (tags: readonly Tag[]) => {
  first(tags, type).set(PDFName.of('S'), PDFName.of(other));
};
/** What breaks a rule, and what is said of it. */
const BREAKS: readonly (readonly [
  said: string,
  breaks: (tags: readonly Tag[], of: PDFDocument) => void,
])[] = [
  ['a figure has no words for it', without('Figure', 'Alt')],
  ['a heading skips a level', called('H2', 'H4')],
  ['not every heading has a bookmark', called('P', 'H3')],
  ['a head of a table has no scope', without('TH', 'A')],
  ['an item holds more than its sign and its body', called('LBody', 'P')],
  ['a list holds what is no item', called('LI', 'P')],
  ['a control stands on paper', called('LBody', 'Form')],
  ['a link leads nowhere', without('Link', 'K')],
  ['its title is not shown', (_, of) => of.catalog.delete(PDFName.of('ViewerPreferences'))],
  ['it is not marked as tagged', (_, of) => of.catalog.delete(PDFName.of('MarkInfo'))],
  ['it has no language', (_, of) => of.catalog.delete(PDFName.of('Lang'))],
  ['it has no metadata', (_, of) => of.catalog.delete(PDFName.of('Metadata'))],
  ['it has a form', (_, of) => of.catalog.set(PDFName.of('AcroForm'), of.context.obj({}))],
  ['acts by itself', (_, of) => of.catalog.set(PDFName.of('OpenAction'), of.context.obj({}))],
  ['the order of tabs', (_, of) => of.getPage(0).node.delete(PDFName.of('Tabs'))],
  ['neither in the structure nor an artefact', written('0 0 9 9 re f')],
  ['words stand outside the structure', written('/Artifact BMC BT ET BT ET BT ET EMC')],
  ['told from the paper', written('/Artifact BMC 0.5 g BT <0041> Tj ET EMC')],
  ['a sign has no shape', written('/Artifact BMC BT <00410000> Tj ET EMC')],
  [
    'a link has no words',
    (tags) => {
      const [link] = tags.find(({ type }) => type === 'Link')?.annotations ?? [];
      link?.set(PDFName.of('Contents'), PDFString.of(' '));
    },
  ],
];
function written(more: string): (tags: readonly Tag[], of: PDFDocument) => void {
  return (_, of) => {
    const { node } = of.getPage(0);
    const content = `${contentOf(node.Contents())} ${more}`;
    const stream = of.context.flateStream(Buffer.from(content, 'latin1'));
    node.set(PDFName.of('Contents'), of.context.register(stream));
  };
}

test('a rule that is broken is named', async () => {
  for (const [said, breaks] of BREAKS) {
    const broken = await PDFDocument.load(pdf, { updateMetadata: false });
    breaks([...tagsIn(structureOf(broken))], broken);
    const faults = await faultsIn(await broken.save());
    expect(faults.join('; '), said).toContain(said);
  }
});

test('the contents say the page of each section, and a code leads to each experiment', async () => {
  const pages = await pagesOf(pdf);
  const text = execFileSync(programOf('PDFINFO').replace(/info$/, 'totext'), [
    '-layout',
    file('lesson.pdf'),
    '-',
  ]).toString();
  const sheets = text.split('\f');
  for (const words of ['A fairer rule', 'Answers', 'Glossary']) {
    const [, page] = new RegExp(`^ *${words} +(\\d+)\\b`, 'm').exec(sheets[1] ?? '') ?? [];
    expect(sheets[Number(page) - 1], words).toMatch(new RegExp(`^ *${words}`, 'm'));
  }
  expect(pages.size).toBeGreaterThan(20);
  const isCoded = text.replaceAll(/\s/g, '').includes(`${SITE}lessons/${LESSON}/#districts-city`);
  expect(isCoded).toBe(true);
});

test('is heard in order, from the first line to the answers', () => {
  const heard = execFileSync(programOf('PDFINFO'), ['-struct-text', file('lesson.pdf')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
    .toString()
    .replaceAll(/\s+/g, ' ');
  let at = 0;
  for (const words of [
    'I told you so!',
    'Your prediction',
    'One city, and 500 like it',
    'The department tests its forecast',
    'In the wild: Los Angeles',
    'References',
    'Answers',
    'About 71',
    '(B)',
    'Glossary',
  ]) {
    const found = heard.indexOf(words, at);
    expect(found, `${words}, after what comes before it`).toBeGreaterThan(at);
    at = found;
  }
});

test('qpdf finds no fault in the PDF', () => {
  const said = execFileSync(programOf('QPDF'), ['--check', file('lesson.pdf')]).toString();
  expect(said).toContain('No syntax or stream encoding errors found');
});

test('the e-book keeps the rules of two checkers', async () => {
  const { messages } = await EpubCheck.validate(epub);
  expect(messages.filter(({ severity }) => /error|fatal|warning/.test(severity))).toEqual([]);
  programOf('EPUBCHECK');
  const said = execFileSync('java', ['-jar', programOf('EPUBCHECK'), file('lesson.epub')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  }).toString();
  expect(said).toContain('No errors or warnings detected');
});

test('in the e-book each link leads somewhere, and each prediction ends its page', () => {
  const files = new Map(
    Object.entries(unzipSync(epub)).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
  const lost: string[] = [];
  for (const [name, text] of files)
    for (const [, to = ''] of text.matchAll(/ href="([^":]*)"/g)) {
      const [path = '', id] = to.split('#');
      const target = path === '' ? name : `OEBPS/${path}`;
      const isThere = id === undefined || files.get(target)?.includes(` id="${id}"`);
      if (!name.endsWith('.opf') && !(files.has(target) && isThere)) lost.push(`${name}: ${to}`);
    }
  expect(lost).toEqual([]);
  const pages = [...files].filter(([name]) => name.includes(`page-${LESSON}`));
  const asks = pages.filter(([, text]) => text.includes('class="question predicts"'));
  expect(asks.length).toBeGreaterThan(2);
  for (const [name, text] of asks) {
    const [, after = ''] = text.split('class="question predicts"');
    expect(after.replaceAll(/<[^>]*>/g, ' ').length, name).toBeLessThan(700);
    expect(after, name).not.toContain('experiment-head');
  }
});

test('in the e-book what is drawn fits a narrow page and is told from black and from white', () => {
  const pages = Object.entries(unzipSync(epub)).filter(([name]) => name.endsWith('.xhtml'));
  const drawn = pages.flatMap(([, bytes]) => strFromU8(bytes).match(/<svg.*?<\/svg>/gs) ?? []);
  expect(drawn.length).toBeGreaterThan(3);
  for (const svg of drawn) {
    expect(Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])).toBeLessThanOrEqual(320);
    const colours = svg.match(/(?<=(?:fill|stroke)=")[^"]*(?=")/g) ?? [];
    expect(colours).toContain('currentColor');
    for (const colour of colours.filter((one) => !['currentColor', 'none'].includes(one))) {
      const light = luminance((colour.match(/\d+/g) ?? []).map(Number));
      expect(1.05 / (light + 0.05), colour).toBeGreaterThanOrEqual(3);
      expect((light + 0.05) / 0.05, colour).toBeGreaterThanOrEqual(3);
    }
  }
});

/** By WCAG 2.2. */
function luminance([red = NaN, green = NaN, blue = NaN]: readonly number[]): number {
  const linear = (part: number): number =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
