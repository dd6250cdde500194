/**
 * What each experiment says, measures, offers and draws under settings that were chosen for it, held against what somebody has
 * read. `looked-at/NAME.json` has the settings, and what came of them; what differs is written beside it as NAME.new.json: read
 * both, then rename it. For settings more, add `{ "settings": { … } }` and do the same.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AnySettings } from '../../widgets/kit/contract/params.ts';
import { EXPERIMENTS } from '../experiments.ts';
import { lookedAtUnder } from './looked-at/look.ts';

test.each(EXPERIMENTS.map((widget) => [widget.tag, widget] as const))(
  '%s is as it was when it was last looked at',
  async (tag, widget) => {
    const file = `tests/widgets/looked-at/${tag}.json`;
    const fresh = file.replace('.json', '.new.json');
    const old = readFileSync(file, 'utf8');
    const list = JSON.parse(old) as readonly { readonly settings: AnySettings }[];
    const now = await lookedAtUnder(
      widget,
      list.map(({ settings }) => settings),
    );
    if (now === old) rmSync(fresh, { force: true });
    else writeFileSync(fresh, now);
    expect(now === old, `compare ${file} with ${fresh}`).toBe(true);
  },
);
