import { describe, expect, it } from 'vitest';
import { plainText, sectionsOf } from '../../src/find/pure/sections.ts';

const LESSON = `---
title: A lesson
---

import X from './x.astro';

Ann _waits_ for **ten** minutes [@huyen2022, p. 3]. {/* nobody reads this */}

<CoinToss
  id="coin"
  settings={{ tosses: 5, at: '1 > 0' }}
  question="How many?"
/>

## What a coin says [](#old)

It says <Yours of="coin.heads" when={{ tosses: 9 }} /> of <Term of="chance">chances</Term>, and [more](/about/).

<After of="coin-guess">The answer is seven.</After>

### A smaller heading

- one point
- \`code\` costs \\$5

| a    | b |
| ---- | - |
| left | x_1 |

## Check yourself

<Question id="coin-guess" />
`;

describe('a lesson as it is searched', () => {
  const sections = sectionsOf(LESSON);

  it('is plain text, section by section, with no tag, mark or source in it', () => {
    expect(sections.map(({ heading, text }) => [heading, text])).toEqual([
      [-1, 'Ann waits for ten minutes.'],
      [0, 'It says … of chances, and more. A smaller heading one point code costs $5 a b left x_1'],
      [1, ''],
    ]);
  });

  it('gives nothing away: no number of a run, nothing that waits for a prediction', () => {
    expect(JSON.stringify(sections)).not.toMatch(/seven|tosses|heads/);
  });

  it('knows the terms that are marked', () => {
    expect(sections.map(({ terms }) => terms)).toEqual([[], ['chance'], []]);
  });
});

it.each([
  ['( a _b_ ) , c', '(a b), c'],
  ['a_b and _c d_', 'a_b and c d'],
  ['```ts\nconst x = 1;\n```\nafter', 'after'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
])('%j reads %j', (markdown, plain) => {
  expect(plainText(markdown)).toBe(plain);
});
