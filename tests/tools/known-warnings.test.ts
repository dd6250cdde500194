import { expect, test, vi } from 'vitest';
import { isKnown, knownWarnings, warningsIn } from '../../scripts/build/known-warnings.mjs';

const DIRECTIVE =
  '\u001b[33m[MODULE_LEVEL_DIRECTIVE] \u001b[0mThe semantics of the module level directive "use astro:head-inject" in "content/a/01-one.mdx?astroPropagatedAssets" may not be preserved.\n';
const PSEUDO =
  "[lightningcss minify] 'target-current' is not recognized as a valid pseudo-class. Did you mean '::target-current' (pseudo-element) or is this a typo?\n1827 |";

test('what the bundler says at every build is known; its neighbours are not', () => {
  expect(isKnown(DIRECTIVE)).toBe(true);
  expect(isKnown(PSEUDO)).toBe(true);
  expect(isKnown(DIRECTIVE.replace('astro:head-inject', 'client'))).toBe(false);
  expect(isKnown(PSEUDO.replaceAll('target-current', 'target-curent'))).toBe(false);
  expect(isKnown('[UNRESOLVED_IMPORT] Could not resolve "./gone.ts"')).toBe(false);
});

test('only the known are kept from the terminal', () => {
  const warn = vi.fn();
  const warnOnce = vi.fn();
  const logger = { warn, warnOnce };
  const { configResolved } = knownWarnings();
  (configResolved as (config: unknown) => void)({ logger });
  for (const say of [logger.warn, logger.warnOnce]) {
    say(PSEUDO);
    say('something else');
  }
  expect(warn.mock.calls.map(([text]) => text as string)).toEqual(['something else']);
  expect(warnOnce.mock.calls.map(([text]) => text as string)).toEqual(['something else']);
});

test('of a build that succeeds only its warnings are shown, whole', () => {
  const said = [
    '18:11:19 [build] output: "static"',
    '18:11:23 [WARN] [vite] something else',
    '  | with a second line',
    '',
    ' generating static routes ',
    '18:11:24   ├─ /404.html (+254ms) ',
    '18:11:25 [ERROR] [content] and this',
    '18:12:07 [build] Complete!',
    '',
  ].join('\n');
  expect(warningsIn(said)).toBe(
    '18:11:23 [WARN] [vite] something else\n  | with a second line\n\n generating static routes \n' +
      '18:11:25 [ERROR] [content] and this\n',
  );
  expect(warningsIn('18:12:07 [build] Complete!\n')).toBe('');
});
