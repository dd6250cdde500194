/**
 * node scripts/prove.ts [AT/OF] [LESSON]: proves every question of the book, or a share of them (`1/2`), or those of one lesson,
 * and fails where one does not hold.
 */
import { proofContextOf, proveBook } from '../src/questions/author/proofs.ts';

const [share = '1/1', lesson] = process.argv.slice(2);
const [at = 1, of = 1] = share.split('/').map(Number);
const context = await proofContextOf();
const faults = await proveBook(
  context,
  (loaded, i) =>
    i % of === at - 1 && (lesson === undefined || loaded.lesson.replace(/^\d+-/, '') === lesson),
);
for (const fault of faults) console.error(`- ${fault}`);
if (faults.length > 0) {
  console.error('These questions do not hold: the build is stopped.');
  process.exitCode = 1;
}
