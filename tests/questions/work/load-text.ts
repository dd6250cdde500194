/** Loading a work file into a store, as the panel does. */
import { withFile, type Loaded } from '../../../src/questions/work/pure/file.ts';
import type { WorkStore } from '../../../src/questions/work/store.ts';

export const loadText = (store: WorkStore, text: string): Loaded =>
  store.load((ours) => withFile(ours, text));
