/** Written by scripts/build/tables.mjs. */
export * as choice from '../kinds/prediction/forms/choice/page.ts';
export * as curve from '../kinds/prediction/forms/curve/page.ts';
export * as number from '../kinds/prediction/forms/number/page.ts';
export * as numbers from '../kinds/prediction/forms/numbers/page.ts';
export * as order from '../kinds/prediction/forms/order/page.ts';
