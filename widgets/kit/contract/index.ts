/** What an experiment is, for who writes one: `#kit/contract`. */
export * from './author-settings.ts';
export * from './faults.ts';
export * from './own-unit.ts';
export * from './params.ts';
export * from './placement.ts';
export * from './quantities.ts';
export * from './run-name.ts';
export * from './shorthand.ts';
export * from './values.ts';
export * from './widget.ts';
