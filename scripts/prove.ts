/** node scripts/prove.ts [AT/OF]: proves every question of the book, or a share of them (`1/2`), and fails where one does not hold. */
import { proofContextOf, proveBook } from '../src/questions/author/proofs.ts';

const [at = 1, of = 1] = (process.argv[2] ?? '1/1').split('/').map(Number);
const context = await proofContextOf();
const faults = await proveBook(context, { at: at - 1, of });
for (const fault of faults) console.error(`- ${fault}`);
if (faults.length > 0) {
  console.error('These questions do not hold: the build is stopped.');
  process.exitCode = 1;
}
