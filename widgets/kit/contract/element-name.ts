/** The name of an experiment's element: its tag, which HTML asks to have a hyphen; a tag of one word is given an article. */
export function elementName(tag: string): string {
  return tag.includes('-') ? tag : `the-${tag}`;
}
