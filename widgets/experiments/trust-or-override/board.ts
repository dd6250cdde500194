/** The twenty mails as rows, and what can be done with the next of them. */
import { number } from '../../kit/draw/format.ts';
import type { Action } from '../../kit/views/actions.ts';
import type { Board, BoardRow } from '../../kit/views/board.ts';
import { listed, named } from './names.ts';
import type { DeskMail, TrustOutcome } from './outcome.ts';
import type { TrustSettings } from './params.ts';

/** Words of a mail that are shown. */
const SHOWN = 16;

/** What stands beside a mail without an explanation. */
const NO_REASON = 'no reason given';

/** The mails on the desk; none where they are not in view. */
export function board(settings: TrustSettings, { desk }: TrustOutcome): Board | undefined {
  if (settings.desk === 'empty') return undefined;
  const isDone = settings.decisions.length >= desk.length;
  return {
    label: 'Mails that the filter calls spam',
    head: ['Mail', 'What is in it', 'Why the filter says so'],
    rows: desk.map((mail, i): BoardRow => {
      const decision = settings.decisions[i];
      const isNext = i === settings.decisions.length;
      return {
        key: `mail-${i + 1}`,
        cells: [
          `${i + 1}: ${verdict(mail, decision, isDone)}`,
          contents(mail),
          mail.isExplained ? why(settings, mail) : NO_REASON,
        ],
        ...(isNext && { actions: choices(settings, i) }),
      };
    }),
  };
}

function contents({ words }: DeskMail): string {
  const more = words.length - SHOWN;
  return `${listed(words.slice(0, SHOWN))}${more > 0 ? `, and ${number(more)} commoner words` : ''}`;
}

function why({ explanations }: TrustSettings, { heavy, free }: DeskMail): string {
  if (explanations === 'none') return NO_REASON;
  if (explanations === 'counterfactual') {
    return free ? `Not without: ${listed(free)}` : 'No words would free it';
  }
  const weights = heavy.map(
    ([word, weight]) => `${named(word)} ${weight < 0 ? '−' : '+'}${number(Math.abs(weight), 1)}`,
  );
  return weights.join(', ');
}

function verdict({ isSpam }: DeskMail, decision: string | undefined, isDone: boolean): string {
  if (decision === undefined) return 'open';
  const said = decision === 'o' ? 'overridden' : 'accepted';
  if (!isDone) return said;
  const isRight = (decision === 'o') !== isSpam;
  return `${said}, ${isRight ? 'rightly' : 'wrongly'}: ${isSpam ? 'spam' : 'a newsletter'}`;
}

function choices({ decisions }: TrustSettings, i: number): readonly Action[] {
  const choice = (id: string, label: string, sign: string, said: string): Action => ({
    id,
    label,
    next: { decisions: decisions + sign },
    says: `Mail ${i + 1} ${said}`,
    isFinal: true,
  });
  return [
    choice('accept', 'Accept', 'a', 'accepted as spam'),
    choice('override', 'Override', 'o', 'let through'),
  ];
}

/** What can be done with all mails that are left; nothing where none are in view. */
export function actions(
  settings: TrustSettings,
  { desk }: TrustOutcome,
): readonly Action[] | undefined {
  const { decisions } = settings;
  const left = desk.length - decisions.length;
  if (settings.desk === 'empty') return undefined;
  if (decisions === '' || left <= 0) return [];
  return [
    {
      id: 'rest',
      label: 'Accept all that are left',
      next: { decisions: decisions + 'a'.repeat(left) },
      says: `${number(left)} more accepted as spam`,
      isFinal: true,
    },
  ];
}
