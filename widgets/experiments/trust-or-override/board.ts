/** The mail that is looked at, in words, and what can be done with it. */
import { number } from '#kit/draw';
import type { Action } from '../../kit/views/actions.ts';
import type { Board } from '../../kit/views/board.ts';
import { listed, named } from './names.ts';
import { isDone, mailAt, type Decision, type DeskMail, type TrustOutcome } from './outcome.ts';
import type { TrustSettings } from './params.ts';

/** Words of a mail that are shown. */
const SHOWN = 12;

/** What is said of the reason for a mail without an explanation. */
const NO_REASON = 'no reason given';

/** What a decision says. */
const SAID: Readonly<Record<Decision, string>> = { a: 'accepted', o: 'overridden' };

/** The mail of a moment, or the one to be decided now; none where the filter is looked at. */
export function board(
  settings: TrustSettings,
  outcome: TrustOutcome,
  { moment }: { readonly moment?: number | undefined } = {},
): Board | undefined {
  const { isAtDesk, desk } = outcome;
  if (!isAtDesk) return undefined;
  const at = mailAt(outcome, moment);
  const mail = desk[at];
  const isDecided = at < outcome.reader.decided;
  return {
    label: 'The email before you, which the filter calls spam',
    head: ['Email', 'What is known of it'],
    docks: true,
    rows: mail
      ? [
          { key: 'mail', cells: [`Email ${number(at + 1)}`, contents(mail)] },
          { key: 'why', cells: ['Why flagged', why(settings, mail)] },
          ...(isDecided ? [{ key: 'decision', cells: ['Decision', verdict(outcome, at)] }] : []),
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
  if (explanations === 'none' || !isExplained) return NO_REASON;
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
  outcome: TrustOutcome,
): readonly Action[] | undefined {
  const { isAtDesk, desk, reader } = outcome;
  if (!isAtDesk) return undefined;
  const left = desk.length - reader.decided;
  if (left === 0) return [];
  const decision = (id: string, label: string, signs: string, said: string): Action => ({
    id,
    label,
    next: { decisions: settings.decisions + signs },
    says: said,
    isFinal: true,
  });
  // Ears are told the next mail, so that they need not go back for it.
  const next = desk[reader.decided + 1];
  const then = next
    ? `Email ${number(reader.decided + 2)}: ${contents(next)}. Why flagged: ${why(settings, next)}`
    : '';
  const now = `Email ${number(reader.decided + 1)}`;
  return [
    decision('accept', 'Accept', 'a', `${now} accepted as spam. ${then}`.trimEnd()),
    decision('override', 'Override', 'o', `${now} let through. ${then}`.trimEnd()),
    ...(reader.decided > 0 && left > 1
      ? [
          decision(
            'rest',
            'Accept all that are left',
            'a'.repeat(left),
            `${number(left)} more accepted as spam`,
          ),
        ]
      : []),
  ];
}
