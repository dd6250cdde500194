/** Written by scripts/build/tables.mjs. */
export * as challenge from '../kinds/challenge/sample.ts';
export * as choice from '../kinds/choice/sample.ts';
export * as claim from '../kinds/claim/sample.ts';
export * as code from '../kinds/code/sample.ts';
export * as match from '../kinds/match/sample.ts';
export * as number from '../kinds/number/sample.ts';
export * as order from '../kinds/order/sample.ts';
export * as outside from '../kinds/outside/sample.ts';
export * as prediction from '../kinds/prediction/sample.ts';
export * as program from '../kinds/program/sample.ts';
export * as reach from '../kinds/reach/sample.ts';
export * as text from '../kinds/text/sample.ts';
