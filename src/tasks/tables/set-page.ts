/** Written by scripts/build/tables.mjs. */
export * as challenge from '../kinds/challenge/set-page.ts';
export * as choice from '../kinds/choice/set-page.ts';
export * as claim from '../kinds/claim/set-page.ts';
export * as code from '../kinds/code/set-page.ts';
export * as outside from '../kinds/outside/set-page.ts';
export * as program from '../kinds/program/set-page.ts';
export * as reach from '../kinds/reach/set-page.ts';
