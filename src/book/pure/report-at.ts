/** The address at which a mistake is reported, with what a report begins with where the address can carry it. */
export function reportAt(
  address: string,
  { title, body }: Readonly<Record<'title' | 'body', string>>,
): string {
  const isMail = address.startsWith('mailto:');
  const issues = /^https:\/\/github\.com\/[^/]+\/[^/]+\/issues(?=\/?(?:new\/?)?$)/.exec(
    address,
  )?.[0];
  if (!isMail && issues === undefined) return address;
  const words = `${isMail ? 'subject' : 'title'}=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
  return isMail
    ? `${address}${address.includes('?') ? '&' : '?'}${words}`
    : `${issues}/new?${words}`;
}
