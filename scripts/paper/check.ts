/** Rules of the Matterhorn protocol that a machine can see, on every page of a PDF. It judges less than a full validator does. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { contentOf } from './mend.ts';
import { operatorsIn, unmarkedIn } from './operators.ts';
import { structureOf, tagsIn, type Tag } from './tags.ts';

const HEADING = /^H[1-6]$/;
/** The head of a page and its number; more words than that must be in the structure. */
const ARTEFACTS = 2;

const textOf = (dict: PDFDict, key: string): string => {
  const held = dict.lookup(PDFName.of(key));
  return held instanceof PDFHexString || held instanceof PDFString ? held.decodeText() : '';
};

/** What is amiss, in words, each with how often; nothing where every rule holds. */
export async function faultsIn(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const tags = [...tagsIn(structureOf(pdf))];
  const counts = new Map<string, number>();
  const fault = (words: string, isSo: boolean): void => {
    if (isSo) counts.set(words, (counts.get(words) ?? 0) + 1);
  };
  ofDocument(pdf, fault);
  for (const tag of tags) ofTag(tag, fault);
  const headings = tags.filter(({ type }) => HEADING.test(type));
  headings.forEach(({ type }, i) => {
    const before = Number(headings[i - 1]?.type[1] ?? 0);
    fault('a heading skips a level', Number(type[1]) > before + 1);
  });
  fault('not every heading has a bookmark', bookmarksOf(pdf) !== headings.length);
  for (const page of pdf.getPages()) {
    const content = contentOf(page.node.Contents());
    ofContent(content, fault);
    ofColours(content, page.node.Resources(), fault);
    fault(
      'the order of tabs is not that of the structure',
      String(page.node.get(PDFName.of('Tabs'))) !== '/S',
    );
    for (const font of fontsOf(page.node.Resources())) {
      fault('a font is not embedded', !isEmbedded(font));
      fault('a font has no map to Unicode', !font.has(PDFName.of('ToUnicode')));
    }
  }
  return [...counts].map(([words, times]) => `${words} (${times})`);
}

type Fault = (words: string, isSo: boolean) => void;

function ofDocument(pdf: PDFDocument, fault: Fault): void {
  const { catalog } = pdf;
  const marks = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict);
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict);
  fault('it is not marked as tagged', String(marks?.get(PDFName.of('Marked'))) !== 'true');
  fault('it has no title', (pdf.getTitle() ?? '') === '');
  fault(
    'its title is not shown',
    String(preferences?.get(PDFName.of('DisplayDocTitle'))) !== 'true',
  );
  fault('it has no language', textOf(catalog, 'Lang') === '');
  fault('it has no metadata', !catalog.has(PDFName.of('Metadata')));
  fault('it is encrypted', pdf.isEncrypted);
  fault(
    'it runs a script or acts by itself',
    ['OpenAction', 'AA'].some((key) => catalog.has(PDFName.of(key))),
  );
  fault('it has a form', catalog.has(PDFName.of('AcroForm')));
}

function ofTag({ type, dict, kids, annotations }: Tag, fault: Fault): void {
  const types = kids.map((kid) => kid.type);
  if (type === 'Figure') {
    fault('a figure has no words for it', textOf(dict, 'Alt').trim() === '');
    fault(
      'a figure stands in a figure',
      kids.some((kid) => [...tagsIn(kid)].some((one) => one.type === 'Figure')),
    );
  }
  if (type === 'Link') {
    fault('a link leads nowhere', annotations.length === 0);
    fault(
      'a link has no words',
      annotations.some((one) => textOf(one, 'Contents').trim() === ''),
    );
  }
  if (type === 'L')
    fault(
      'a list holds what is no item',
      types.some((one) => !['LI', 'L', 'Caption'].includes(one)),
    );
  if (type === 'LI')
    fault(
      'an item holds more than its sign and its body',
      types.some((one) => !['Lbl', 'LBody'].includes(one)),
    );
  if (type === 'Table') {
    const cells = [...kids].flatMap((kid) => [...tagsIn(kid)]);
    fault('a table has no heads', !cells.some((one) => one.type === 'TH'));
  }
  if (type === 'TH')
    fault(
      'a head of a table has no scope',
      !String(dict.lookup(PDFName.of('A'))).includes('Scope'),
    );
  fault('a control stands on paper', type === 'Form');
}

function ofContent(content: string, fault: Fault): void {
  for (const _ of unmarkedIn(content))
    fault('something is neither in the structure nor an artefact', true);
  const stack: boolean[] = [];
  let artefacts = 0;
  for (const { name, operands } of operatorsIn(content)) {
    if (name === 'BMC' || name === 'BDC') stack.push(operands.startsWith('/Artifact'));
    else if (name === 'EMC') stack.pop();
    else if (name === 'BT' && stack.includes(true)) artefacts += 1;
    else if (name === 'Tj' || name === 'TJ')
      for (const [, hex = ''] of operands.matchAll(/<([0-9a-f\s]*)>/gi))
        fault('a sign has no shape', /^(?:.{4})*?0000/.test(hex));
  }
  fault('words stand outside the structure', artefacts > ARTEFACTS);
}

/** Relative luminance by WCAG 2.2 of parts from 0 to 1: one of a grey, three of a colour. */
function luminance(parts: readonly number[]): number {
  const [red = 0, green = red, blue = red] = parts.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Words are told from the paper or, where they are light, from what was filled before them. */
function ofColours(content: string, resources: PDFDict | undefined, fault: Fault): void {
  const states = resources?.lookupMaybe(PDFName.of('ExtGState'), PDFDict);
  let [light, alpha, filled] = [0, 1, 1];
  const kept: [number, number][] = [];
  for (const { name, operands } of operatorsIn(content)) {
    if (name === 'q') kept.push([light, alpha]);
    else if (name === 'Q') [light, alpha] = kept.pop() ?? [0, 1];
    else if (name === 'rg' || name === 'g') light = luminance(operands.split(/\s+/).map(Number));
    else if (name === 'gs') {
      const state = states?.lookupMaybe(PDFName.of(operands.slice(1)), PDFDict);
      alpha = Number(state?.get(PDFName.of('ca')) ?? alpha);
    } else if (name === 'f' || name === 'f*') filled = light;
    else if (name === 'Tj' || name === 'TJ') {
      const seen = alpha * light + 1 - alpha;
      const contrast = (other: number): number =>
        (Math.max(seen, other) + 0.05) / (Math.min(seen, other) + 0.05);
      fault('words cannot be told from the paper', Math.max(contrast(1), contrast(filled)) < 4.5);
    }
  }
}

function bookmarksOf(pdf: PDFDocument): number {
  const count = (dict: PDFDict | undefined): number => {
    let sum = 0;
    for (
      let one = dict?.lookupMaybe(PDFName.of('First'), PDFDict);
      one;
      one = one.lookupMaybe(PDFName.of('Next'), PDFDict)
    )
      sum += 1 + count(one);
    return sum;
  };
  return count(pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict));
}

function fontsOf(resources: PDFDict | undefined): PDFDict[] {
  const fonts = resources?.lookupMaybe(PDFName.of('Font'), PDFDict);
  return (fonts?.keys() ?? []).flatMap((key) => fonts?.lookupMaybe(key, PDFDict) ?? []);
}

function isEmbedded(font: PDFDict): boolean {
  if (String(font.get(PDFName.of('Subtype'))) === '/Type3') return true;
  const [own] = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.asArray() ?? [];
  const described = own ? (font.context.lookup(own) as PDFDict) : font;
  const descriptor = described.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
  return ['FontFile', 'FontFile2', 'FontFile3'].some(
    (key) => descriptor?.lookup(PDFName.of(key)) instanceof PDFStream,
  );
}
