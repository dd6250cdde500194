/** How many highlights find their place again after the text of the book has been changed, as its history has it. */
import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { sectionsOf } from '../../src/find/pure/sections.ts';
import { anchorOf, placeOf } from '../../src/margin/pure/anchor.ts';
import { sentencesOf } from '../../src/margin/pure/sentences.ts';
import { seeded } from '../../widgets/kit/numbers/random.ts';
import type { Add } from './report.ts';

const HIGHLIGHTS = 500;
/** Commits that touched the text. */
const BACK = 20;
/** In a hundred. */
const FOUND = 95;
const TEXTS = ':(glob)content/**/*.mdx';

const git = (...words: readonly string[]): string =>
  execFileSync('git', words, { encoding: 'utf8', maxBuffer: 2 ** 28 });

const textAt = (commit: string, file: string): string =>
  sectionsOf(git('show', `${commit}:${file}`))
    .map(({ text }) => text)
    .join('\n');

/** Sentences drawn at random from the text as it was, looked for in the text as it is at `to`. */
export function benchAnchors(add: Add, to = 'HEAD', back = BACK): void {
  const commits = git('rev-list', `-${back + 1}`, to, '--', TEXTS)
    .trim()
    .split('\n');
  const from = commits.at(-1) ?? to;
  // By the name that a lesson's address has, wherever its file lies.
  const lessons = (at: string): ReadonlyMap<string, string> =>
    new Map(
      git('ls-tree', '-r', '--name-only', at, '--', 'content')
        .split('\n')
        .filter((file) => file.endsWith('.mdx'))
        .map((file) => [basename(file).replace(/^\d+-/, ''), file] as const),
    );
  const now = lessons(to);
  const texts = [...lessons(from)].map(([lesson, file]) => {
    const before = textAt(from, file);
    const there = now.get(lesson);
    const after = there === undefined ? '' : textAt(to, there);
    return { lesson, before, after, sentences: sentencesOf(before, 'en') };
  });
  const random = seeded(1);
  const all = texts.flatMap((text) => text.sentences.map((sentence) => ({ ...text, sentence })));
  let [found, same] = [0, 0];
  for (let i = 0; i < HIGHLIGHTS; i += 1) {
    const one = all[random.whole(all.length)];
    if (!one) continue;
    const place = placeOf(one.after, anchorOf(one.before, ...one.sentence));
    if (place) found += 1;
    else console.log(`  gone from ${one.lesson}: ${one.before.slice(...one.sentence)}`);
    if (place && !place.isChanged) same += 1;
  }
  const share = (n: number): readonly number[] => [(100 * n) / HIGHLIGHTS];
  add({
    name: `highlights found, ${commits.length - 1} changes later`,
    unit: '%',
    values: share(found),
    atLeast: FOUND,
  });
  add({ name: 'of them word for word', unit: '%', values: share(same) });
}
