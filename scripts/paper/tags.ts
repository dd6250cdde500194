/** The structure of a tagged PDF as a tree, for what mends it and what checks it. */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFDocument } from '@cantoo/pdf-lib';

/** An element of the structure. */
export interface Tag {
  /** Its type, such as `P`; as the document’s role map has it, that of the standard. */
  readonly type: string;
  readonly dict: PDFDict;
  readonly kids: readonly Tag[];
  /** Content that is its own: so many marked pieces, and annotations. */
  readonly marked: number;
  readonly annotations: readonly PDFDict[];
}

const name = (dict: PDFDict, key: string): string =>
  dict.lookupMaybe(PDFName.of(key), PDFName)?.decodeText() ?? '';

/** The root of the structure; throws where the document has none. */
export function structureOf(pdf: PDFDocument): Tag {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (!root) throw new Error('The PDF has no structure.');
  const roles = root.lookupMaybe(PDFName.of('RoleMap'), PDFDict);
  const read = (dict: PDFDict): Tag => {
    const own = name(dict, 'S');
    const type = roles?.lookupMaybe(PDFName.of(own), PDFName)?.decodeText() ?? own;
    const kids: Tag[] = [];
    const annotations: PDFDict[] = [];
    let marked = 0;
    const held = dict.lookup(PDFName.of('K'));
    const list = held instanceof PDFArray ? held.asArray() : held ? [held] : [];
    for (const one of list) {
      const kid = one instanceof PDFRef ? pdf.context.lookup(one) : one;
      if (kid instanceof PDFNumber) marked += 1;
      if (!(kid instanceof PDFDict)) continue;
      if (name(kid, 'Type') === 'MCR') marked += 1;
      else if (name(kid, 'Type') === 'OBJR') {
        const object = kid.lookupMaybe(PDFName.of('Obj'), PDFDict);
        if (object) annotations.push(object);
      } else kids.push(read(kid));
    }
    return { type, dict, kids, marked, annotations };
  };
  return read(root);
}

/** All tags below one, in the order of reading, it included. */
export function* tagsIn(tag: Tag): Generator<Tag> {
  yield tag;
  for (const kid of tag.kids) yield* tagsIn(kid);
}
