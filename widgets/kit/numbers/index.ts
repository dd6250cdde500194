/** Arithmetic that experiments share: `#kit/numbers`. */
export * from './bisect.ts';
export * from './cholesky.ts';
export * from './latest.ts';
export * from './least-squares.ts';
export * from './line.ts';
export * from './logistic.ts';
export * from './percentiles.ts';
export * from './random.ts';
export * from './student-t.ts';
export * from './within.ts';
