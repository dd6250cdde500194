/** Written by scripts/build/tables.mjs. */
export * as choice from '../kinds/choice/page.ts';
export * as match from '../kinds/match/page.ts';
export * as number from '../kinds/number/page.ts';
export * as order from '../kinds/order/page.ts';
export * as prediction from '../kinds/prediction/page.ts';
export * as program from '../kinds/program/page.ts';
export * as reach from '../kinds/reach/page.ts';
