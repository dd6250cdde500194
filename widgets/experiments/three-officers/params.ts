/** What can be set: who decides, where the line is drawn, and which facts a model may use. */
import type { Settings, Table } from '#kit/contract';
import { choice, first, more, portion, revealed, seed } from '#kit/contract';

const SHARE = { min: 0, max: 1, step: 0.01 } as const;

/** The parameter table of `three-officers`; shares from 0 to 1. */
export const params = {
  features: {
    ...first('Who decides'),
    help: 'The banks, or a model that has learned from their decisions. All models but one are never told who is Black. Three facts tell most about it: consumer credit history, loan to value, condominium.',
    ...choice({
      bank: 'the banks',
      blind: 'a model without race',
      all: 'a model with race',
      noProxies: 'without race and three facts',
      reweighed: 'without race, reweighed',
    }),
  },
  rule: {
    ...revealed('The line'),
    help: 'One line for everybody, or one for each group. US credit law forbids the second.',
    ...choice({ common: 'one for all', separate: 'one for each group' }),
  },
  refused: {
    ...revealed('Applicants refused'),
    help: 'With one line for all: whoever scores lowest is refused. The banks refused 12 of 100.',
    ...portion({ ...SHARE, default: 0.12 }),
    spreadAt: [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12, 0.15, 0.2, 0.25, 0.3],
  },
  refusedWhite: {
    ...more('White applicants refused'),
    help: 'With a line for each group: whoever of it scores lowest is refused. The banks refused 9 of 100.',
    ...portion({ ...SHARE, default: 0.09 }),
    spreadAt: [0, 0.03, 0.06, 0.09, 0.12, 0.15, 0.2, 0.3],
  },
  refusedBlack: {
    ...more('Black applicants refused'),
    help: 'With a line for each group: whoever of it scores lowest is refused. The banks refused 28 of 100.',
    ...portion({ ...SHARE, default: 0.28 }),
    spreadAt: [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.28, 0.35, 0.4, 0.5],
  },
  seed: seed(
    'Deals the applicants into five parts. Each is judged by a model that has learned from the other four.',
  ),
} as const satisfies Table;

/** Settings of one run. */
export type OfficerSettings = Settings<typeof params>;

/** A line is one of a model, and of all or of a group: who moves it has a model decide, and the rule that the line belongs to. */
export function follow(settings: OfficerSettings, changed: string): OfficerSettings {
  if (!/^(rule|refused)/.test(changed)) return settings;
  const features = settings.features === 'bank' ? 'blind' : settings.features;
  if (changed === 'rule') return { ...settings, features };
  return { ...settings, features, rule: changed === 'refused' ? 'common' : 'separate' };
}
