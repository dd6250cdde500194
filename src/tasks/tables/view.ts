/** Written by scripts/build/tables.mjs. */
export * as challenge from '../kinds/challenge/view.ts';
export * as choice from '../kinds/choice/view.ts';
export * as claim from '../kinds/claim/view.ts';
export * as code from '../kinds/code/view.ts';
export * as match from '../kinds/match/view.ts';
export * as number from '../kinds/number/view.ts';
export * as order from '../kinds/order/view.ts';
export * as outside from '../kinds/outside/view.ts';
export * as prediction from '../kinds/prediction/view.ts';
export * as program from '../kinds/program/view.ts';
export * as reach from '../kinds/reach/view.ts';
export * as text from '../kinds/text/view.ts';
