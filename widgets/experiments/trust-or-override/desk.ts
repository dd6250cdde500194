/** The desk in words: the mail that is looked at, what can be done with it, and what was decided. */
import type { Rows } from '#kit/contract';
import type { Action } from '../../kit/views/actions.ts';
import type { Board } from '../../kit/views/board.ts';
import { named } from './names.ts';
import { isDone, isRightAt, mailAt, type TrustOutcome } from './outcome.ts';
import type { TrustSettings } from './params.ts';
import { why } from './say.ts';
import type { DeskMail } from './twenty.ts';

/** Words of a mail that are shown. */
const SHOWN = 12;

/** The mail of a moment, or the one to be decided now; none where the filter is looked at. */
export function board(
  settings: TrustSettings,
  outcome: TrustOutcome,
  { moment }: { readonly moment?: number | undefined } = {},
): Board | undefined {
  if (!outcome.isAtDesk) return undefined;
  const at = mailAt(outcome, moment);
  const mail = outcome.desk[at];
  const rows: { key: string; cells: string[] }[] = [];
  const tell = (key: string, ...cells: string[]) => rows.push({ key, cells });
  if (mail) tell('mail', `Email ${at + 1}`, contents(mail));
  if (mail) tell('why', 'Why\u00a0flagged', why(settings, mail));
  if (at < outcome.reader.decided) tell('decision', 'Decision', verdict(outcome, at));
  const label = 'The email before you, which the filter calls spam';
  return { label, head: ['Email', 'What is known of it'], docks: true, rows };
}

/** What can be done with the mail that is to be decided, and with all that are left; nothing where the filter is looked at. */
export function actions(
  settings: TrustSettings,
  { isAtDesk, desk, reader: { decided } }: TrustOutcome,
): readonly Action[] | undefined {
  if (!isAtDesk) return undefined;
  const left = desk.length - decided;
  if (left === 0) return [];
  const action = (id: string, label: string, signs: string, says: string): Action => {
    const next = { decisions: settings.decisions + signs };
    return { id, label, next, says, isFinal: true };
  };
  // Ears are told the next mail, so that they need not go back for it.
  const next = desk[decided + 1];
  const then = next
    ? ` Email ${decided + 2}: ${contents(next)}. Why flagged: ${why(settings, next)}`
    : '';
  const said = `${left} more accepted as spam`;
  const rest = action('rest', 'Accept all that are left', 'a'.repeat(left), said);
  return [
    action('accept', 'Accept', 'a', `Email ${decided + 1} accepted as spam.${then}`),
    action('override', 'Override', 'o', `Email ${decided + 1} let through.${then}`),
    ...(decided > 0 && left > 1 ? [rest] : []),
  ];
}

/** How far the reader is, and after the last mail how many decisions were right. */
export function sayDesk({ desk, reader }: TrustOutcome): string {
  const { decided, overrides, right, explained, plain } = reader;
  const [all, spam] = [desk.length, desk.filter(({ isSpam }) => isSpam).length];
  if (all === 0) return 'The filter flags no newsletters, so there is nothing to decide.';
  if (decided === 0)
    return `The filter calls all ${all} emails spam; ${spam} are, and the others are genuine newsletters. Which?`;
  if (decided < all)
    return `${decided} of ${all} decided, ${overrides} of them overridden. Which were right is told after the last.`;
  return `You decided ${right} of ${all} rightly: ${explained.right} of ${explained.of} with an explanation beside them and ${plain.right} of ${plain.of} without. Accepting every one would have been right ${spam} times.`;
}

/** Every mail on the desk. */
export function tabulateDesk(settings: TrustSettings, outcome: TrustOutcome): Rows {
  return {
    caption: 'The emails on the desk; what they were is told after the last decision',
    head: ['email', 'what is in it', 'why flagged', 'decision'],
    rows: outcome.desk.map((mail, i) => {
      return [String(i + 1), contents(mail), why(settings, mail), verdict(outcome, i)];
    }),
  };
}

/** The words of a mail, as far as they are shown. */
function contents({ words }: DeskMail): string {
  const more = words.length - SHOWN;
  const shown = words.slice(0, SHOWN).map(named).join(', ');
  return more > 0 ? `${shown}, and ${more} more common words` : shown;
}

/** What became of a mail on the desk; what it was is told after the last. */
function verdict(outcome: TrustOutcome, at: number): string {
  const decision = outcome.reader.decisions[at];
  if (decision === undefined) return 'open';
  const said = decision === 'a' ? 'accepted' : 'overridden';
  if (!isDone(outcome)) return said;
  const was = outcome.desk[at]?.isSpam ? 'spam' : 'a newsletter';
  return `${said}, ${isRightAt(outcome, at) ? 'rightly' : 'wrongly'}: ${was}`;
}
