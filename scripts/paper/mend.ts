/** Mends what a browser’s PDF lacks for who cannot see it: words of links, bodies of list items, artefacts named, what it is called. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
  PDFStream,
  decodePDFRawStream,
} from '@cantoo/pdf-lib';
import { escaped } from './document.ts';
import { unmarkedIn } from './operators.ts';
import { structureOf, tagsIn, type Tag } from './tags.ts';

/** Types that a browser writes and the standard of 2008 has not, by what stands for them there. */
const ROLES = { Strong: 'Span', Em: 'Span' };

/** A space that does not break, marked apart: some readers lose what stands behind it. */
const NO_BREAK = /\/Span<<\/ActualText <FEFF00A0> >> BDC\n([^B]*?)EMC\n/g;

/** What a document says of itself. */
export interface About {
  readonly title: string;
  readonly author: string;
  readonly release: string;
  /** Of its release, `YYYY-MM-DD`. */
  readonly day: string;
}

/** The number of the page, from 1, that each named destination lies on. */
export async function pagesOf(bytes: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const numbers = new Map(pdf.getPages().map(({ ref }, i) => [ref.toString(), i + 1]));
  const dests = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const found = new Map<string, number>();
  for (const [key, value] of dests?.entries() ?? []) {
    const place = pdf.context.lookup(value);
    const list = place instanceof PDFDict ? place.lookupMaybe(PDFName.of('D'), PDFArray) : place;
    const page = list instanceof PDFArray ? list.get(0) : undefined;
    const number = page instanceof PDFRef ? numbers.get(page.toString()) : undefined;
    if (number !== undefined) found.set(key.decodeText(), number);
  }
  return found;
}

/** The mended document. `links` are the words of its links, in the order of reading. */
export async function mended(
  bytes: Uint8Array,
  links: readonly string[],
  about: About,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const root = structureOf(pdf);
  root.dict.set(PDFName.of('RoleMap'), pdf.context.obj(ROLES));
  const all = [...tagsIn(root)];
  const linked = all.filter(({ type }) => type === 'Link');
  if (linked.length !== links.length)
    throw new Error(`The PDF has ${linked.length} links, and the document ${links.length}.`);
  for (const [i, { annotations }] of linked.entries())
    for (const one of annotations)
      one.set(PDFName.of('Contents'), PDFHexString.fromText(links[i] ?? ''));
  for (const tag of all) if (tag.type === 'LI') giveBody(pdf, tag);
  for (const page of pdf.getPages()) {
    const text = contentOf(page.node.Contents()).replaceAll(NO_BREAK, '$1');
    let [marked, at] = ['', 0];
    for (const { from, to } of unmarkedIn(text)) {
      marked += `${text.slice(at, from)}/Artifact BMC ${text.slice(from, to)} EMC `;
      at = to;
    }
    const stream = pdf.context.flateStream(Buffer.from(marked + text.slice(at), 'latin1'));
    page.node.set(PDFName.of('Contents'), pdf.context.register(stream));
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  }
  pdf.setTitle(about.title, { showInWindowTitleBar: true });
  pdf.setAuthor(about.author);
  pdf.setLanguage('en');
  const day = new Date(`${about.day}T12:00:00Z`);
  pdf.setCreationDate(day);
  pdf.setModificationDate(day);
  const metadata = pdf.context.stream(xmp(about), { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(metadata));
  return pdf.save({ useObjectStreams: true });
}

/** What an item of a list holds beside its sign becomes its body. Marked pieces keep their parents, and so their places. */
function giveBody(pdf: PDFDocument, { dict, kids }: Tag): void {
  const held = kids.filter(({ type }) => type !== 'Lbl');
  const [first] = held;
  if (held.length === 1 && first?.type === 'NonStruct') {
    first.dict.set(PDFName.of('S'), PDFName.of('LBody'));
    return;
  }
  const own = (tag: Pick<Tag, 'dict'>): PDFRef[] =>
    [pdf.context.getObjectRef(tag.dict) ?? []].flat();
  const [item] = own({ dict });
  const body = pdf.context.obj({
    Type: 'StructElem',
    S: 'LBody',
    P: item ?? null,
    K: held.flatMap(own),
  });
  const ref = pdf.context.register(body);
  for (const { dict: kid } of held) kid.set(PDFName.of('P'), ref);
  const signs = kids.filter(({ type }) => type === 'Lbl').flatMap(own);
  dict.set(PDFName.of('K'), pdf.context.obj([...signs, ref]));
}

/** A page’s content as Latin-1, its streams joined. */
export function contentOf(held: PDFStream | PDFArray | undefined): string {
  const streams = held instanceof PDFArray ? held.asArray().map((_, i) => held.lookup(i)) : [held];
  return streams
    .map((one) =>
      one instanceof PDFRawStream
        ? Buffer.from(decodePDFRawStream(one).decode()).toString('latin1')
        : one instanceof PDFStream
          ? Buffer.from(one.getContents()).toString('latin1')
          : '',
    )
    .join('\n');
}

/** Title, author and language once more, as a reader of metadata wants them. No mark of a standard: no validator has judged it. */
function xmp({ title, author, release }: About): string {
  const text = (value: string): string => `<rdf:li xml:lang="x-default">${escaped(value)}</rdf:li>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:format>application/pdf</dc:format><dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language><dc:title><rdf:Alt>${text(title)}</rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator><dc:description><rdf:Alt>${text(release)}</rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}
