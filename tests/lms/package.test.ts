import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zippedInPieces } from '../../src/book/zipped.ts';
import { manifest, packageFiles, plainText } from '../../src/lms/pure/scorm.ts';
import {
  answersIn,
  answersText,
  markOf,
  ROOM,
  suspendedIn,
  suspendedText,
} from '../../src/lms/pure/suspended.ts';
import { fragmentOf, type ComposedSet } from '../../src/tasks/sets/pure/composed/link.ts';
import type { KeptAnswer } from '../../src/tasks/storage/pure/work.ts';

/** As Moodle has taken it. */
const TAKEN = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="org.example.ch1" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="ORG"><organization identifier="ORG"><title>Chapter 1</title>
    <item identifier="I" identifierref="R"><title>Chapter 1</title></item></organization></organizations>
  <resources><resource identifier="R" type="webcontent" adlcp:scormtype="sco" href="index.html">
    <file href="index.html"/><file href="LICENSE"/></resource></resources>
</manifest>
`;

test('a manifest is what a platform has taken, to the letter', () => {
  expect(manifest('org.example.ch1', 'Chapter 1', ['index.html', 'LICENSE'])).toBe(TAKEN);
});

const LICENCE = 'May be <b> & "used" &lt; </script>';
const BASE = `<!DOCTYPE html><html lang="en" data-book="book"><main><noscript data-page="tail"><section class="lesson" data-page="tail" data-title="Tails &amp; heads · Book"><article data-lesson="x"></article></section></noscript><noscript data-page="about"><section data-page="about" data-title="About"></section></noscript><noscript data-page="set"><section data-page="set" data-title="A set"><book-set></book-set></section></noscript></main><script type="text/plain" data-file="LICENSE">${plainText(LICENCE)}</script></html>`;
const SET: ComposedSet = {
  ...{ release: '1', number: 77, revision: 1, title: 'Week "3" <b>', note: 'x' },
  ...{ hints: 'as-written', solutions: 'never', items: [{ code: 5, points: 4 }] },
};

test('a package has its page, its licence beside it, and the name of what it shows at its root', () => {
  const files = packageFiles(BASE, { page: 'tail' });
  expect(Object.keys(files ?? {})).toEqual(['imsmanifest.xml', 'index.html', 'LICENSE']);
  expect(files?.['LICENSE']).toBe(LICENCE);
  expect(files?.['index.html']).toContain(
    '<html data-package="book.tail" data-package-shows="#/tail" lang="en"',
  );
  expect(files?.['index.html']).not.toContain('data-file');
  expect(files?.['imsmanifest.xml']).toContain('<title>Tails &amp; heads</title>');
  const set = packageFiles(BASE, { set: SET });
  expect(set?.['index.html']).toContain(`data-package-shows="#/set/${fragmentOf(SET)}"`);
  expect(set?.['imsmanifest.xml']).toContain('<title>Week &quot;3&quot; &lt;b&gt;</title>');
  for (const page of ['about', 'set', 'gone', 't.*'])
    expect(packageFiles(BASE, { page })).toBe(undefined);
});

test('packed a piece at a time, it is what it was, and the page is let answer between', async () => {
  const files = [
    ['index.html', 'é'.repeat(400_000)],
    ['LICENSE', LICENCE],
    ['none', ''],
  ] as const;
  let pauses = 0;
  const pieces = await zippedInPieces(files, () => {
    pauses += 1;
    return Promise.resolve();
  });
  const back = unzipSync(new Uint8Array(await new Blob([...pieces]).arrayBuffer()));
  const texts = Object.entries(back).map(([name, bytes]) => [name, strFromU8(bytes)]);
  expect(texts).toEqual(files);
  expect(pauses).toBe(Math.ceil(800_000 / 2 ** 18) + 2);
});

const IDS = Array.from({ length: 40 }, (_, i) => `question-${i}`);
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0);
// `__proto__` is no name that an answer can have: src/tasks/storage/pure/guards.ts refuses it.
const name = fc.string({ maxLength: 9 }).filter((one) => one !== '__proto__');
const given = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 900 }),
  fc.array(fc.string({ maxLength: 12 }), { maxLength: 20 }),
  fc.array(fc.record({ x: number, y: number }), { maxLength: 60 }),
  fc.dictionary(name, fc.oneof(number, fc.string({ maxLength: 9 })), {
    noNullPrototype: true,
  }),
  fc.constant(null),
);
const kept: fc.Arbitrary<KeptAnswer> = fc.record({
  question: fc.constantFrom(...IDS),
  version: fc.integer({ min: 1, max: 99 }),
  answer: given,
  correct: fc.boolean(),
  time: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
    .map((time) => `${time.toISOString().slice(0, 19)}.000Z`),
});

test('what a platform keeps is short and plain whatever was answered; answers give way, the share never', () => {
  fc.assert(
    fc.property(
      fc.array(kept, { maxLength: 40 }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.integer({ min: 200, max: ROOM }),
      (answers, hundredths, place, room) => {
        const best = hundredths / 100;
        const marks = answers.map(({ question }) => markOf(question));
        const state = { best, place, marks };
        const text = suspendedText(state, (left) => answersText(answers, left), room);
        expect(text.length).toBeLessThanOrEqual(room);
        expect(text).toMatch(/^[\x20-\x7e]*$/);
        for (const one of [text, `${text} `]) expect(suspendedIn(one).best).toBe(best);
        expect(suspendedIn(text.slice(0, -1)).best).toBe(0);
        const back = suspendedIn(text);
        if (room > 1000) expect(back.marks).toEqual(marks);
        for (const one of answersIn(back.answers, IDS)) expect(answers).toContainEqual(one);
        const whole = answersIn(answersText(answers, 1e6), IDS);
        expect(whole).toHaveLength(answers.length);
      },
    ),
    { seed: 1 },
  );
});
