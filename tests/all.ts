/** How much is tested: a part that says nearly all, or everything. */

/** `npm run test:all` runs: nothing is kept, and there are more settings and every engine. */
export const ALL = process.env['TEST_ALL'] !== undefined;

/** Seeds from 1 on: a few, or many where everything is tested. */
export function seedsUpTo(few: number, many: number): readonly number[] {
  return Array.from({ length: ALL ? many : few }, (_, before) => before + 1);
}
