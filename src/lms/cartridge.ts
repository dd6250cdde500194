/**
 * A course as a Common Cartridge: the file that Moodle restores and Canvas imports. Moodle reads version 1.1 and validates it; one
 * resource of another type, and nothing is restored. So Canvas, which reads assignments too, has a cartridge of its own.
 * Source: 1EdTech Common Cartridge 1.1; Canvas, `lib/cc/importer/standard`.
 */
import { IN_PACKAGE } from '#words/src/lms/pure/words';
import { markup, type Markup } from '../../widgets/kit/draw/markup.ts';
import type { BookFacts, Course, Entry } from './pure/course.ts';
import { xmlFile } from './pure/xml.ts';

export type Platform = 'moodle' | 'canvas';
/** Files of a package, by their paths in it. */
export type Files = readonly (readonly [path: string, text: string])[];

interface Resource {
  readonly id: string;
  readonly type: string;
  readonly path: string;
  readonly text: string;
}

/** The files of the cartridge; `at`: the address of the book’s front page. */
export function cartridge(course: Course, book: BookFacts, at: string, platform: Platform): Files {
  const about: Resource =
    platform === 'moodle'
      ? {
          ...{ id: 'r-about', type: 'webcontent', path: 'wiki_content/about.html' },
          text: aboutPage(book, at),
        }
      : link('r-about', { title: book.title, address: at });
  const weeks = course.weeks.map(({ title, entries }, w) => ({
    title,
    all: entries.map((entry, i) => ({
      title: entry.title,
      resource: resourceOf(`r${w + 1}-${i + 1}`, entry, platform),
    })),
  }));
  // Moodle puts what is first into the part above all weeks.
  const modules = [
    { title: IN_PACKAGE.about, all: [{ title: IN_PACKAGE.about, resource: about }] },
    ...weeks,
  ];
  const resources = modules.flatMap(({ all }) => all.map(({ resource }) => resource));
  const said = manifest(course.title, book, modules, resources);
  // What stands in these Moodle takes for a tag: it is lost, and as the name of a course it stops the restore.
  const plain = said.replaceAll('&lt;', '‹').replaceAll('&gt;', '›');
  return [
    ['imsmanifest.xml', platform === 'moodle' ? plain : said],
    ...resources.map(({ path, text }) => [path, text] as const),
  ];
}

function resourceOf(id: string, entry: Entry, platform: Platform): Resource {
  return platform === 'canvas' && entry.kind === 'set' ? assignment(id, entry) : link(id, entry);
}

const link = (id: string, { title, address }: Pick<Entry, 'title' | 'address'>): Resource => ({
  ...{ id, type: 'imswl_xmlv1p1', path: `links/${id}.xml` },
  text: xmlFile(
    markup`<webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1">
  <title>${title}</title><url href="${address}"/>
</webLink>`,
  ),
});

/** An assignment of Canvas: points, a file to be handed in, and in its own extension when it is due, in UTC. */
function assignment(id: string, { title, address, points = 0, due }: Entry): Resource {
  const text = markup`<p><a href="${address}">${IN_PACKAGE.work(title)}</a></p><p>${IN_PACKAGE.then}</p>`;
  const when = due === undefined ? '' : new Date(due).toISOString().slice(0, 19);
  return {
    ...{ id, type: 'assignment_xmlv1p0', path: `assignments/${id}.xml` },
    text: xmlFile(
      markup`<assignment xmlns="http://www.imsglobal.org/xsd/imscc_extensions/assignment" identifier="${id}-assignment">
  <title>${title}</title><text texttype="text/html">${text.markup}</text>
  <gradable points_possible="${points}">true</gradable>
  <submission_formats><format type="file"/></submission_formats>
  <extensions platform="canvas.instructure.com">
    <assignment xmlns="http://canvas.instructure.com/xsd/cccv1p0">
      ${when !== '' && markup`<due_at>${when}</due_at>`}<submission_types>online_upload</submission_types>
    </assignment></extensions>
</assignment>`,
    ),
  };
}

const aboutPage = (book: BookFacts, at: string): string =>
  markup`<!doctype html>
<html lang="${book.language}"><head><meta charset="utf-8"><title>${IN_PACKAGE.about}</title></head>
<body><p>${IN_PACKAGE.aboutBook(book.title)}</p><p>${IN_PACKAGE.handIn}</p>
<p><a href="${at}">${IN_PACKAGE.toBook}</a></p></body></html>
`.markup;

interface Module {
  readonly title: string;
  readonly all: readonly { readonly title: string; readonly resource: Resource }[];
}

function manifest(
  title: string,
  { about, language }: BookFacts,
  modules: readonly Module[],
  resources: readonly Resource[],
): string {
  const string = (text: string): Markup =>
    markup`<lomimscc:string language="${language}">${text}</lomimscc:string>`;
  return xmlFile(markup`<manifest identifier="course" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
  xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
  <metadata><schema>IMS Common Cartridge</schema><schemaversion>1.1.0</schemaversion>
    <lomimscc:lom><lomimscc:general>
      <lomimscc:title>${string(title)}</lomimscc:title>
      <lomimscc:description>${string(about)}</lomimscc:description>
    </lomimscc:general></lomimscc:lom></metadata>
  <organizations><organization identifier="weeks" structure="rooted-hierarchy"><item identifier="root">
${modules.map(
  (module, i) => markup`    <item identifier="m${i}"><title>${module.title}</title>
${module.all.map(
  ({ title: name, resource }) =>
    markup`      <item identifier="i-${resource.id}" identifierref="${resource.id}"><title>${name}</title></item>
`,
)}    </item>
`,
)}  </item></organization></organizations>
  <resources>
${resources.map(({ id, type, path }) =>
  type === 'webcontent'
    ? markup`    <resource identifier="${id}" type="${type}" href="${path}"><file href="${path}"/></resource>
`
    : markup`    <resource identifier="${id}" type="${type}"><file href="${path}"/></resource>
`,
)}  </resources>
</manifest>`);
}
