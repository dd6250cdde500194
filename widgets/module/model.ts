/** What a page and an experiment tell each other by, as anywidget calls it: values by name, and who wants to hear of them. */

/** The part of anywidget's model that is used here. */
export interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(event: string, hear: () => void): void;
  off(event: string, hear: () => void): void;
}

/** A model for a page that has none: what is set is told at once. */
export function modelOf(values: Readonly<Record<string, unknown>>): Model {
  const kept = new Map(Object.entries(values));
  const heard = new EventTarget();
  return {
    get: (name) => kept.get(name),
    set: (name, value) => {
      if (Object.is(kept.get(name), value)) return;
      kept.set(name, value);
      heard.dispatchEvent(new Event(`change:${name}`));
    },
    save_changes: () => undefined,
    on: (event, hear) => heard.addEventListener(event, hear),
    off: (event, hear) => heard.removeEventListener(event, hear),
  };
}
