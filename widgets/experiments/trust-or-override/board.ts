/** The mail that is looked at, in words, and what can be done with it. */
import { number } from '#kit/draw';
import type { Action } from '../../kit/views/actions.ts';
import type { Board } from '../../kit/views/board.ts';
import { listed, named } from './names.ts';
import { isDone, mailAt, type Decision, type DeskMail, type TrustOutcome } from './outcome.ts';
import type { TrustSettings } from './params.ts';

/** Words of a mail that are shown. */
const SHOWN = 12;

/** What a decision says. */
const SAID: Readonly<Record<Decision, string>> = { a: 'accepted', o: 'overridden' };

/** The mail of a moment, or the one to be decided now; none where the filter is looked at. */
export function board(
  settings: TrustSettings,
  outcome: TrustOutcome,
  { moment }: { readonly moment?: number | undefined } = {},
): Board | undefined {
  if (!outcome.isAtDesk) return undefined;
  const at = mailAt(outcome, moment);
  const mail = outcome.desk[at];
  const row = (key: string, name: string, told: string) => ({ key, cells: [name, told] });
  return {
    label: 'The email before you, which the filter calls spam',
    head: ['Email', 'What is known of it'],
    docks: true,
    rows: mail
      ? [
          row('mail', `Email ${number(at + 1)}`, contents(mail)),
          row('why', 'Why flagged', why(settings, mail)),
          ...(at < outcome.reader.decided
            ? [row('decision', 'Decision', verdict(outcome, at))]
            : []),
        ]
      : [],
  };
}

/** Its words, as far as they are shown. */
export function contents({ words }: DeskMail): string {
  const more = words.length - SHOWN;
  return `${listed(words.slice(0, SHOWN))}${more > 0 ? `, and ${number(more)} more common words` : ''}`;
}

/** The explanation beside a mail, or that there is none. */
export function why(
  { explanations }: TrustSettings,
  { isExplained, heavy, free }: DeskMail,
): string {
  if (explanations === 'none' || !isExplained) return 'no reason given';
  if (explanations === 'counterfactual') {
    return free ? `would pass without: ${listed(free)}` : 'no words would free it';
  }
  const weights = heavy.map(
    ([word, weight]) => `${named(word)} ${weight < 0 ? '−' : '+'}${number(Math.abs(weight), 1)}`,
  );
  return weights.join(', ');
}

/** What became of a mail on the desk; what it was is told after the last. */
export function verdict(outcome: TrustOutcome, at: number): string {
  const { desk, reader } = outcome;
  const decision = reader.decisions[at];
  if (decision === undefined) return 'open';
  if (!isDone(outcome)) return SAID[decision];
  const isSpam = desk[at]?.isSpam;
  const isRight = (decision === 'a') === isSpam;
  return `${SAID[decision]}, ${isRight ? 'rightly' : 'wrongly'}: ${isSpam ? 'spam' : 'a newsletter'}`;
}

/** What can be done with the mail that is to be decided, and with all that are left; nothing where the filter is looked at. */
export function actions(
  settings: TrustSettings,
  { isAtDesk, desk, reader: { decided } }: TrustOutcome,
): readonly Action[] | undefined {
  if (!isAtDesk) return undefined;
  const left = desk.length - decided;
  if (left === 0) return [];
  // Ears are told the next mail, so that they need not go back for it.
  const next = desk[decided + 1];
  const then =
    next && ` Email ${number(decided + 2)}: ${contents(next)}. Why flagged: ${why(settings, next)}`;
  const decision = (id: string, label: string, signs: string, says: string): Action => ({
    id,
    label,
    next: { decisions: settings.decisions + signs },
    says,
    isFinal: true,
  });
  const one = (id: string, label: string, said: string): Action =>
    decision(id, label, id.charAt(0), `Email ${number(decided + 1)} ${said}.${then ?? ''}`);
  const rest = `${number(left)} more accepted as spam`;
  return [
    one('accept', 'Accept', 'accepted as spam'),
    one('override', 'Override', 'let through'),
    ...(decided > 0 && left > 1
      ? [decision('rest', 'Accept all that are left', 'a'.repeat(left), rest)]
      : []),
  ];
}
