/** Written by scripts/build/tables.mjs. */
export * as choice from '../kinds/choice/check.ts';
export * as match from '../kinds/match/check.ts';
export * as number from '../kinds/number/check.ts';
export * as order from '../kinds/order/check.ts';
export * as prediction from '../kinds/prediction/check.ts';
export * as program from '../kinds/program/check.ts';
export * as reach from '../kinds/reach/check.ts';
