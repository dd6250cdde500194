/** Written by scripts/build/tables.mjs. */
export * as challenge from '../kinds/challenge/schema.ts';
export * as choice from '../kinds/choice/schema.ts';
export * as claim from '../kinds/claim/schema.ts';
export * as code from '../kinds/code/schema.ts';
export * as match from '../kinds/match/schema.ts';
export * as number from '../kinds/number/schema.ts';
export * as order from '../kinds/order/schema.ts';
export * as outside from '../kinds/outside/schema.ts';
export * as prediction from '../kinds/prediction/schema.ts';
export * as program from '../kinds/program/schema.ts';
export * as reach from '../kinds/reach/schema.ts';
export * as text from '../kinds/text/schema.ts';
