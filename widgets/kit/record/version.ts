/** Settings that were written down with another version of a widget. */
import type { Query } from '../contract/params.ts';
import type { AnyWidget } from '../contract/widget.ts';
import { VERSION_WORDS } from '#words/widgets/kit/words/version-words';

/** Settings of an older version, as this one understands them; those of this or a newer version as they stand. */
export function translated(widget: AnyWidget, query: Query, version: number): Query {
  if (version >= widget.version) return query;
  return widget.migrate?.(query, version) ?? query;
}

/** The sentence for somebody who opens settings of an older version, whether these were translated or not; nothing for others. */
export function saidOfOlder(
  widget: AnyWidget,
  queries: readonly Query[],
  version: number,
): string | undefined {
  if (version >= widget.version) return undefined;
  const isTranslated = queries.some(
    (query) => JSON.stringify(translated(widget, query, version)) !== JSON.stringify(query),
  );
  return VERSION_WORDS.older(String(version), String(widget.version), isTranslated);
}
