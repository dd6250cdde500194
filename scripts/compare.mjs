// `npm run compare`: two built books, file by file. Names and addresses of code have its hash in them, which is left out; of a
// page it is told whether its words differ, or only what stands around them.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { runCommand } from './command.mjs';

const HASH = /(?<=[\w-])[._][\w-]{8}(?=\.(?:js|css|wasm|woff2|svg)\b)/g;
const TEXT = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt', '.webmanifest', '.xml']);

/** @param {string} root @returns {Map<string, string>} real names by names without hashes */
const filesIn = (root) =>
  new Map(
    readdirSync(root, { recursive: true })
      .filter((name) => statSync(join(root, name)).isFile())
      .map((name) => [name.replaceAll('\\', '/').replace(HASH, ''), name]),
  );

/** @param {string} file */
function read(file) {
  const bytes = readFileSync(file);
  if (!TEXT.has(extname(file))) return createHash('sha256').update(bytes).digest('hex');
  return bytes
    .toString('utf8')
    .replaceAll(HASH, '')
    .replaceAll(/'sha256-[^']+'|sha(?:256|384)-[\w+/=]+/g, '');
}

/** What a reader reads of a page. @param {string} page */
const wordsOf = (page) =>
  page
    .replaceAll(/<(script|style|template)\b[^]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** Where two texts part, with what stands there. @param {string} before @param {string} after */
function parting(before, after) {
  let at = 0;
  while (before[at] === after[at]) at += 1;
  const cut = (/** @type {string} */ text) => text.slice(Math.max(0, at - 30), at + 60);
  return `“${cut(before)}” → “${cut(after)}”`;
}

await runCommand('compare', ({ words: [before, after] }) => {
  const [old, now] = [filesIn(before), filesIn(after)];
  /** @type {Record<string, string[]>} */
  const told = { gone: [], new: [], 'other words': [], 'other markup': [], 'other content': [] };
  let same = 0;
  for (const name of now.keys()) if (!old.has(name)) told['new']?.push(name);
  for (const [name, file] of old) {
    const to = now.get(name);
    if (to === undefined) {
      told['gone']?.push(name);
      continue;
    }
    const [was, is] = [read(join(before, file)), read(join(after, to))];
    if (was === is) same += 1;
    else if (extname(name) !== '.html') told['other content']?.push(name);
    else if (wordsOf(was) === wordsOf(is)) told['other markup']?.push(name);
    else told['other words']?.push(`${name}: ${parting(wordsOf(was), wordsOf(is))}`);
  }
  console.log(`${same} of ${old.size} files are the same.`);
  for (const [what, names] of Object.entries(told)) {
    console.log(`\n${what}: ${names.length}`);
    for (const name of names) console.log(`  ${name}`);
  }
});
