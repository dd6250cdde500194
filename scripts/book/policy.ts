/** The Content-Security-Policy of a page: which inline texts it names by hash. */
import { createHash } from 'node:crypto';
import { type Document, attribute, elements, named, setAttribute, textOf } from './html.ts';

const JAVASCRIPT = new Set(['', 'module', 'text/javascript', 'application/javascript']);

/** How a policy names an inline script or style. */
export function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The texts of a page's inline scripts (those that run) and styles. */
export function inlineTexts(page: Document): { scripts: string[]; styles: string[] } {
  const scripts = named(page, 'script')
    .filter((script) => attribute(script, 'src') === undefined)
    .filter((script) => JAVASCRIPT.has(attribute(script, 'type') ?? ''))
    .map(textOf);
  return { scripts, styles: named(page, 'style').map(textOf) };
}

/** The element that carries the page's policy; a page without one stops the build. */
export function policyElement(page: Document): ReturnType<typeof named>[number] {
  const found = [...elements(page)].find(
    (meta) => attribute(meta, 'http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  if (!found) throw new Error('A page has no Content-Security-Policy.');
  return found;
}

/** A policy as a table: directive -> its sources, in order. */
export function readPolicy(text: string): Map<string, string[]> {
  const directives = text.split(';').map((part) => part.trim().split(/\s+/));
  return new Map(directives.flatMap(([name, ...sources]) => (name ? [[name, sources]] : [])));
}

/** The policy as it stands in a page. */
export function writePolicy(policy: ReadonlyMap<string, readonly string[]>): string {
  return [...policy].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}

/** Exchanges the hashes in a page's policy for those of the inline texts that the page has now. */
export function renewHashes(page: Document): void {
  const meta = policyElement(page);
  const policy = readPolicy(attribute(meta, 'content') ?? '');
  const { scripts, styles } = inlineTexts(page);
  for (const [name, texts] of [
    ['script-src', scripts],
    ['style-src', styles],
  ] as const) {
    const kept = (policy.get(name) ?? []).filter((source) => !/^'sha(256|384|512)-/.test(source));
    policy.set(name, [...kept, ...new Set(texts.map(hashOf))]);
  }
  setAttribute(meta, 'content', writePolicy(policy));
}
