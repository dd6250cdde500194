/** A SCORM 1.2 package of a lesson, an assignment or a composed set, made of the one file without the pages for teachers. */
import { markup, type Markup } from '../../../widgets/kit/draw/markup.ts';
import { idOfSet } from '../../tasks/sets/pure/composed/composed.ts';
import { fragmentOf, type ComposedSet } from '../../tasks/sets/pure/composed/link.ts';
import { xmlFile } from './xml.ts';

/** The files of a package, by their paths in it. */
export type Files = Readonly<Record<string, string>>;

/** What a package shows: a lesson or an assignment by its name, or a set. */
export type Shown = { readonly page: string } | { readonly set: ComposedSet };

/** Texts that stand beside the page in a package, as its base carries them. */
const PLAIN = /<script type="text\/plain" data-file="([^"]*)">(.*?)<\/script>/gs;

/** A page as it can be read without script: its name, its text, its title. */
const PAGES = /<noscript data-page="([^"]*)">(<section[^>]*data-title="([^"]*)".*?)<\/noscript>/gs;
/** As every manifest says it. */
const SCHEMA = 'ADL SCORM';

/** How a text stands within such an element, and back: nothing in it can end it. */
export const plainText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const fromPlain = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/**
 * The files of a package; nothing where the book has no such lesson or assignment. Its id tells the work in it from that in all
 * other packages, and stays when the package is made again.
 */
export function packageFiles(base: string, what: Shown): Files | undefined {
  const page = 'page' in what ? what.page : 'set';
  const [, , text = '', named = ''] =
    [...base.matchAll(PAGES)].find(([, name]) => name === page) ?? [];
  const isWork = / data-lesson="|<book-(?:assignment|set)\b/.test(text);
  if (!isWork || ('page' in what && page === 'set')) return undefined;
  const [, book = ''] = /<html[^>]* data-book="([^"]*)"/.exec(base) ?? [];
  const id = `${book}.${'page' in what ? page : idOfSet(what.set)}`;
  const shows = 'page' in what ? `#/${page}` : `#/set/${fragmentOf(what.set)}`;
  // What stands in the page is escaped as XML is, but for one sign.
  const [own = ''] = named.replaceAll('&nbsp;', '\u00A0').split(' · ');
  const title = 'page' in what ? { markup: own } : what.set.title;
  const attributes = markup` data-package="${id}" data-package-shows="${shows}"`.markup;
  const html = base.replaceAll(PLAIN, '').replace('<html ', () => `<html${attributes} `);
  const plain = [...base.matchAll(PLAIN)].map(([, name = '', text = '']) => [
    name,
    fromPlain(text),
  ]);
  const files = { 'index.html': html, ...(Object.fromEntries(plain) as Files) };
  return { 'imsmanifest.xml': manifest(id, title, Object.keys(files)), ...files };
}

/** What says what is in a package. */
export const manifest = (id: string, title: Markup | string, files: readonly string[]): string =>
  xmlFile(markup`<manifest identifier="${id}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>${SCHEMA}</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="ORG"><organization identifier="ORG"><title>${title}</title>
    <item identifier="I" identifierref="R"><title>${title}</title></item></organization></organizations>
  <resources><resource identifier="R" type="webcontent" adlcp:scormtype="sco" href="index.html">
    ${files.map((name) => markup`<file href="${name}"/>`)}</resource></resources>
</manifest>`);
