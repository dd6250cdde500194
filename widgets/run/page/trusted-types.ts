/** The one place where markup enters the document, behind the one Trusted Types policy the site allows. */
import type { Markup } from '../../kit/draw/markup.ts';

interface Policy {
  createHTML(text: string): unknown;
  createScriptURL(text: string): unknown;
}
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML: (text: string) => string; createScriptURL: (text: string) => string },
  ): Policy;
}

// Each page bundle carries one copy of the kit, and a policy name may be used once: so it is made on first use.
let policy: Policy | undefined;
function book(): Policy {
  const rules = {
    createHTML: (text: string) => text,
    createScriptURL: (text: string) => {
      const isKept = text.startsWith(`${location.origin}/`) && text.endsWith('/sw.js');
      if (text.startsWith('blob:') || isKept) return text;
      throw new TypeError(`only workers of this book may be opened, not ${text}`);
    },
  };
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  policy ??= types ? types.createPolicy('book', rules) : rules;
  return policy;
}

/** Replaces what an element holds. Only `Markup` is taken: text in it has been escaped. */
export function setMarkup(element: Element, markup: Markup): void {
  element.innerHTML = book().createHTML(markup.markup) as string;
}

/** A worker's URL in the form that `new Worker` and `register` accept under Trusted Types. */
export function scriptUrl(url: string): string {
  return book().createScriptURL(url) as string;
}
