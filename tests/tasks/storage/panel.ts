/** What the panel that saves and loads work does and says. */
import { amissWords } from '../../../src/tasks/storage/pure/amiss.ts';
import { withFile, type Loaded } from '../../../src/tasks/storage/pure/file.ts';
import type { WorkStore } from '../../../src/tasks/storage/store.ts';

/** Loads the text of a file. */
export const loadText = (store: WorkStore, text: string): Loaded =>
  store.load((ours) => withFile(ours, text));

/** What is wrong with the keeping; empty when all is well. */
export const problemOf = ({ problem, amiss }: WorkStore): string =>
  problem || (amiss ? amissWords(amiss, (id) => `“${id}”`) : '');
