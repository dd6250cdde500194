/** Words of the mails as they are written for people. */
const MARKS: Readonly<Record<string, string>> = {
  _html_: 'HTML',
  _url_: 'a web address',
  _mail_: 'an email address',
  _num_: 'a number',
  _money_: 'a sum of money',
  '!': '“!”',
};

/** A word of the list: a mark by what it marks, a line of underscores by what it is. */
export function named(word: string): string {
  return MARKS[word] ?? (/^_+$/.test(word) ? 'a line of underscores' : word);
}
