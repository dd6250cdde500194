/**
 * The one place where the one-file edition takes markup and code out of itself, behind a Trusted Types policy of its own: the
 * book's code, which makes the policy `book`, comes later. The code must have the hash that the file's policy names.
 */
interface Policy {
  createHTML(text: string): unknown;
  createScript(text: string): unknown;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

const same: Policy = { createHTML: (text) => text, createScript: (text) => text };
const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
const policy = types?.createPolicy('one-file', same) ?? same;

/** A page's element, from the text that the build has written. */
export function pageFrom(text: string): HTMLElement {
  const holder = document.createElement('template');
  // eslint-disable-next-line no-restricted-syntax -- the build's own pages, from within the file
  holder.innerHTML = policy.createHTML(text) as string;
  const page = holder.content.firstElementChild as HTMLElement | null;
  if (!page) throw new Error('The page is empty.');
  return page;
}

/** Runs the book's code. */
export function runCode(code: string): void {
  const script = document.createElement('script');
  script.textContent = policy.createScript(code) as string;
  document.body.append(script);
  script.remove();
}
