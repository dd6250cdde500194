import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contrast } from '../../scripts/edition/contrast.ts';

const sheet = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...sheet.matchAll(/--([\w-]+): light-dark\((#\w+), (#\w+)\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

function colour(name: string, theme: 'light' | 'dark'): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`no colour --${name} in tokens.css`);
  return token[theme];
}

const TEXT = ['ink', 'ink-soft', 'run', 'pinned', 'prediction', 'right', 'wrong'];
const MARKS = ['before', 'control', 'focus', 'cat-1', 'cat-2', 'cat-3', 'cat-4', 'cat-5', 'cat-6'];

for (const theme of ['light', 'dark'] as const) {
  test.each(TEXT)(`--%s can be read at 7:1 on both papers of the ${theme} theme`, (name) => {
    for (const paper of ['paper', 'paper-2']) {
      expect(contrast(colour(name, theme), colour(paper, theme))).toBeGreaterThanOrEqual(7);
    }
  });
  test.each(MARKS)(`--%s can be seen at 3:1 on the paper of the ${theme} theme`, (name) => {
    expect(contrast(colour(name, theme), colour('paper', theme))).toBeGreaterThanOrEqual(3);
  });
}

test('no theme sets pure white on black or pure black on white', () => {
  for (const name of ['paper', 'ink']) {
    for (const theme of ['light', 'dark'] as const) {
      expect(['#ffffff', '#000000', '#fff', '#000']).not.toContain(colour(name, theme));
    }
  }
});

test('the known contrast of black on white is 21:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

test('what a sheet asks for by name is declared somewhere: without it a colour falls back to black', () => {
  const files = globSync('{src,widgets}/**/*.{css,astro,ts}');
  const found = (pattern: RegExp): readonly string[] =>
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name = '']) => name),
    );
  // In a sheet, in a style attribute, or set by code.
  const declared = new Set(found(/(?<!var\()--([\w-]+)/g));
  const used = found(/var\(--([\w-]+)\)/g);
  expect(new Set(used).size).toBeGreaterThan(30);
  expect(used.filter((name) => !declared.has(name))).toEqual([]);
});

test('the knob of a slider has in WebKit the colour that is its accent elsewhere', () => {
  const sheets = globSync('{src,widgets}/**/*.css').map((file) => readFileSync(file, 'utf8'));
  const knobs = sheets.flatMap((one) => one.match(/::-webkit-slider-thumb \{[^}]*\}/g) ?? []);
  expect(knobs).toEqual([
    expect.stringMatching(/ appearance: none;[^]* background: currentcolor;/),
  ]);
  const sliders = sheets.flatMap((one) => [
    ...one.matchAll(/[^{}]*(?:range|slider|timeline)[^{}]*\{([^{}]*accent-color: (.*?);[^{}]*)\}/g),
  ]);
  expect(sliders.length).toBeGreaterThan(2);
  for (const [, rule = '', accent = ''] of sliders)
    expect(rule.includes(` color: ${accent};`) || accent === 'var(--ink)', rule).toBe(true);
});
