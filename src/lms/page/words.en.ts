/** What a package for a learning platform says above its page. */
import { count } from '#words/src/tasks/judge/lists';

export const TOLD = {
  /** 45.67 of 100. */
  sent: (share: number): string =>
    share === 0
      ? 'Your learning platform hears how much of what counts here you have done, from your first answer on.'
      : `Your learning platform knows that you have done ${Math.floor(share)} % of what counts here.`,
  /** Above a page that is not the package’s own: before and after the name of that. */
  counts: ['What you do on this page does not count here; ', ' does.'],
  left: (left: number, of: number): string => `What is left: ${left} of ${count(of, 'part')}`,
  held: 'Your learning platform cannot be reached. What you do is kept in this browser and reported when it answers again. If this stays, log in there and open this page anew.',
  /** In a preview, or after a finished attempt. */
  unheard: (mode: string): string =>
    mode === 'browse'
      ? 'This is a preview, and your learning platform hears of nothing. What you do is kept in this browser and reported when you enter without preview.'
      : 'You are looking back: your learning platform keeps your result as it is.',
  none: 'No learning platform hears of this page, so nothing is reported. Hand in this receipt where your course asks for it.',
  receipt: (title: string, share: number, done: number, of: number): string =>
    `${title} · ${Math.floor(share)} % · ${done}/${of}`,
  receiptIs: 'Your receipt',
  copy: 'Copy',
  copied: 'Copied',
};
