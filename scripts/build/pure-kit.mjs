// What an index of the kit hands on is fetched where it is used: without this, whoever asks it for one part fetches them all.
const PURE = /widgets\/kit\/(contract|draw|numbers)\/[\w-]+\.ts$/;

/** Modules of these rooms do nothing when they are loaded. */
export const pureKit = () => ({
  name: 'pure-kit',
  transform: (_code, id) => (PURE.test(id) ? { moduleSideEffects: false } : undefined),
});
