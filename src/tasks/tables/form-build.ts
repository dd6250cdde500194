/** Written by scripts/build/tables.mjs. */
export * as choice from '../kinds/prediction/forms/choice/build.ts';
export * as curve from '../kinds/prediction/forms/curve/build.ts';
export * as number from '../kinds/prediction/forms/number/build.ts';
export * as numbers from '../kinds/prediction/forms/numbers/build.ts';
export * as order from '../kinds/prediction/forms/order/build.ts';
