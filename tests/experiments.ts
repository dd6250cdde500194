/** The experiments that a test goes through, one `describe` each: all of them, or those that are asked for. */
import { loadWidgets } from '../widgets/index.ts';

const ASKED = process.env['EXPERIMENTS'] ?? '';
export const EXPERIMENTS = Object.values(await loadWidgets()).filter(
  ({ tag }) => ASKED === '' || ASKED.split(',').includes(tag),
);
