/** A course as a cartridge: read again by another program, and held to what Moodle refuses. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zippedBytes } from '../../src/book/zipped.ts';
import { cartridge, type Platform } from '../../src/lms/cartridge.ts';
import { encoded, planned, readCourse, type BookFacts } from '../../src/lms/pure/course.ts';
import { fragmentOf } from '../../src/tasks/sets/pure/composed/link.ts';

const BOOK: BookFacts = {
  ...{ title: 'Systems & “Models”', about: 'A book <of> tests.', language: 'en' },
  lessons: Array.from({ length: 100 }, (_, i) => ({
    ...{ slug: `lesson-${i}`, title: `Lesson ${i}: “ångström” & <b>`, minutes: 10 + (i % 7) },
    isCore: i % 4 > 0,
  })),
  sets: [{ id: 'a-night', title: 'A night', points: 55, due: '2027-01-31T23:59:00+01:00' }],
};
const SITE = 'https://example.org/book/';
const SET = {
  ...{ release: '1', number: 7, revision: 1, title: 'Week one: “queues” [50 %] å', note: 'a|b' },
  ...({ due: '2027-02-01T23:59:00+01:00', hints: 'free', solutions: 'never' } as const),
  items: [{ code: 1, points: 2.5 }],
} as const;
const LINK = `${SITE}set/#${fragmentOf(SET)}`;

const read = (text: string) => readCourse(text, '', BOOK, SITE);

/** What another program finds in a cartridge: each item’s title with what it leads to, by modules. */
function restored(platform: Platform, text: string): unknown {
  const { course, faults } = read(text);
  expect(faults).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), 'cartridge-'));
  writeFileSync(join(folder, 'c.imscc'), zippedBytes(cartridge(course, BOOK, SITE, platform), 9));
  return JSON.parse(
    execFileSync('python3', ['-c', READER], { cwd: folder, encoding: 'utf8' }),
  ) as unknown;
}

const READER = `
import zipfile, json, xml.etree.ElementTree as E
z = zipfile.ZipFile("c.imscc")
assert z.testzip() is None
text = z.read("imsmanifest.xml")
assert b'xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"' in text[:1024]
root = E.fromstring(text)
n = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
assert root.find(f"{n}metadata/{n}schemaversion").text == "1.1.0"
files = {r.get("identifier"): (r.get("type"), r.find(f"{n}file").get("href")) for r in root.iter(f"{n}resource")}
assert sorted(h for _, h in files.values()) == sorted(x for x in z.namelist() if x != "imsmanifest.xml")
ids = [e.get("identifier") for e in root.iter() if e.get("identifier")]
assert len(ids) == len(set(ids))
def found(item):
    kind, path = files[item.get("identifierref")]
    x = None if kind == "webcontent" else E.fromstring(z.read(path))
    url = [e.get("href") for e in x.iter() if e.tag.endswith("}url")] if x is not None else []
    more = {e.tag.split("}")[1]: e.text for e in x.iter() if e.tag.endswith(("}due_at", "}submission_types"))} if x is not None else {}
    points = [e.get("points_possible") for e in x.iter() if e.tag.endswith("}gradable")] if x is not None else []
    return [item.find(f"{n}title").text, kind, *url, *points, *more.values()]
top = root.find(f"{n}organizations/{n}organization/{n}item")
print(json.dumps([[m.find(f"{n}title").text, *map(found, m.findall(f"{n}item"))] for m in top.findall(f"{n}item")]))
`;

const LIST = `# Week 1 & more
lesson-3
https://elsewhere.example/book/lessons/lesson-4/?x=1#y

# Week 2
Lesson 7: “ångström” & <b>
a-night
${LINK}
`;

describe('a course', () => {
  it('is read line by line, and what is nothing of the book is told with its line', () => {
    const { course, faults } = read(`lesson-1\nno such thing\n${LINK.slice(0, -2)}\n`);
    expect(course.weeks.map(({ title, entries }) => [title, entries.length])).toEqual([
      ['Week 1', 1],
    ]);
    expect(faults.map(({ line }) => line)).toEqual([2, 3]);
    expect(readCourse('', '', BOOK, 'textbook.html').faults).toHaveLength(2);
  });

  it('is planned over so many weeks: each lesson of the core once, in order, about as many minutes each', () => {
    for (const weeks of [1, 2, 6, 13]) {
      const { course, faults } = read(planned(BOOK, weeks));
      expect(faults).toEqual([]);
      const core = BOOK.lessons.filter(({ isCore }) => isCore);
      const all = course.weeks.flatMap(({ entries }) => entries.map(({ title }) => title));
      expect(all).toEqual(core.map(({ title }) => title));
      const minutes = course.weeks.map(({ entries }) =>
        entries.reduce(
          (sum, { title }) => sum + (core.find((one) => one.title === title)?.minutes ?? 0),
          0,
        ),
      );
      const mean = minutes.reduce((sum, one) => sum + one, 0) / weeks;
      // A lesson is not cut.
      for (const one of minutes) expect(Math.abs(one - mean)).toBeLessThanOrEqual(16);
    }
  });
});

describe('a cartridge', () => {
  const about = 'How to use this book';
  const links = [
    ['Week 1 & more', ['Lesson 3: “ångström” & ‹b›', 'imswl_xmlv1p1', `${SITE}lessons/lesson-3/`]],
    ['Lesson 4: “ångström” & ‹b›', 'imswl_xmlv1p1', `${SITE}lessons/lesson-4/`],
  ];

  it('for Moodle has links alone, behind a page about the book', () => {
    const found = restored('moodle', LIST) as unknown[][];
    expect(found[0]).toEqual([about, [about, 'webcontent']]);
    expect(found[1]).toEqual([...(links[0] as []), links[1]]);
    expect(found[2]?.slice(1).map((one) => (one as string[])[1])).toEqual(
      Array(3).fill('imswl_xmlv1p1'),
    );
  });

  it('for Canvas has sets as assignments, with points and when they are due', () => {
    const [, , week] = restored('canvas', LIST) as unknown[][];
    expect(week?.slice(2)).toEqual([
      ['A night', 'assignment_xmlv1p0', '55', '2027-01-31T22:59:00', 'online_upload'],
      [SET.title, 'assignment_xmlv1p0', '2.5', '2027-02-01T22:59:00', 'online_upload'],
    ]);
  });

  it('of a hundred lessons has no address that Moodle refuses', () => {
    const text = `${BOOK.lessons.map(({ slug }) => slug).join('\n')}\n${LINK}`;
    const found = (restored('moodle', text) as string[][][])
      .slice(1)
      .flatMap((week) => week.slice(1));
    expect(found).toHaveLength(101);
    for (const [, , address = ''] of found) {
      expect(address).toMatch(/^https:\/\/[^"|[\]#\s]*(?:#[^"|[\]#\s]*)?$/);
      expect(address).toMatch(/^[\x21-\x7e]+$/);
      expect(decodeURIComponent(address)).toBe(decodeURIComponent(new URL(address).href));
    }
  });

  it('encodes what is not of an address, and nothing twice', () => {
    expect(encoded('https://a.org:8080/å b/?q="x"|[y]#s#t%20u%')).toBe(
      'https://a.org:8080/%C3%A5%20b/?q=%22x%22%7C%5By%5D#s%23t%20u%25',
    );
    expect(encoded('https://a.org')).toBe('https://a.org/');
    for (const none of ['//a.org/', 'file:///a', 'a.org', 'https://å.org/', ''])
      expect(encoded(none)).toBeUndefined();
    expect(encoded('https://a.org/\ud800')).toBe('https://a.org/%EF%BF%BD');
  });
});
