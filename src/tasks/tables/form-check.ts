/** Written by scripts/build/tables.mjs. */
export * as choice from '../kinds/prediction/forms/choice/check.ts';
export * as curve from '../kinds/prediction/forms/curve/check.ts';
export * as number from '../kinds/prediction/forms/number/check.ts';
export * as numbers from '../kinds/prediction/forms/numbers/check.ts';
export * as order from '../kinds/prediction/forms/order/check.ts';
