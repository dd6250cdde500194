/** The code of an experiment is found by what its element says: the build writes there which files it was made into. */
import { expect, test } from 'vitest';
import { filesOf, withBuiltCode } from '../../scripts/build/experiment-code.mjs';

const bundle = {
  '_astro/coin.a.js': { type: 'chunk', imports: ['_astro/kit.b.js', '_astro/pile.c.js'] },
  '_astro/kit.b.js': { type: 'chunk', imports: ['_astro/base.d.js'] },
  '_astro/pile.c.js': { type: 'chunk', imports: ['_astro/kit.b.js'] },
  '_astro/base.d.js': { type: 'chunk', imports: ['_astro/kit.b.js'] },
  '_astro/dice.e.js': { type: 'chunk', imports: [] },
};

test('its own file comes first, then each that it imports, once, in circles too', () => {
  const [own, ...others] = filesOf(bundle, '_astro/coin.a.js');
  expect(own).toBe('_astro/coin.a.js');
  expect(others.toSorted()).toEqual(['_astro/base.d.js', '_astro/kit.b.js', '_astro/pile.c.js']);
});

test('each experiment of a page gets the files of its code, as its script sees them, and nothing else changes', () => {
  const built = new Map([['/widgets/coin/widget.ts', filesOf(bundle, '_astro/pile.c.js')]]);
  const coin = '<coin-toss id="a" data-code="/widgets/coin/widget.ts" data-start="{}"></coin-toss>';
  const page = withBuiltCode(`<p>data-code="/x"</p>${coin}${coin}`, built);
  const now = coin.replace('/widgets/coin/widget.ts', './pile.c.js ./kit.b.js ./base.d.js');
  expect(page).toBe(`<p>data-code="/x"</p>${now}${now}`);
});

test('an experiment whose code was not built stops the build and is named', () => {
  const page = '<coin-toss data-code="/widgets/coin/widget.ts"></coin-toss>';
  expect(() => withBuiltCode(page, new Map())).toThrow('/widgets/coin/widget.ts');
});
