// What a control does stands in the page as the build wrote it: no code on the page or in a worker reads it.

/** `help: 'One text.',` of a control, in an experiment's `params.ts` or in a table that experiments share. */
const HELP = /\n\s*help:\s*(['"`])(?:\\.|(?!\1).)*\1,(?=\n)/g;

/**
 * The plug-in that leaves these texts out of the code for pages, and out of the workers.
 * @returns {import('vite').Plugin}
 */
export function leaveOutHelp() {
  return {
    name: 'leave-out-help',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    transform: (text, id) =>
      /\/params\.ts$|\/widgets\/shared\/.*\.ts$/.test(id)
        ? { code: text.replaceAll(HELP, ''), map: null }
        : undefined,
  };
}
