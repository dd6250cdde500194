/** What the panel that saves and loads work does and says. */
import { amissWords } from '../../../src/questions/work/pure/amiss.ts';
import { withFile, type Loaded } from '../../../src/questions/work/pure/file.ts';
import type { WorkStore } from '../../../src/questions/work/store.ts';

/** Loads the text of a file. */
export const loadText = (store: WorkStore, text: string): Loaded =>
  store.load((ours) => withFile(ours, text));

/** What is wrong with the keeping; empty when all is well. */
export const problemOf = ({ problem, amiss }: WorkStore): string =>
  problem || (amiss ? amissWords(amiss, (id) => `“${id}”`) : '');
