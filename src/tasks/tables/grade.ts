/** Written by scripts/build/tables.mjs. */
export * as challenge from '../kinds/challenge/grade.ts';
export * as choice from '../kinds/choice/grade.ts';
export * as claim from '../kinds/claim/grade.ts';
export * as code from '../kinds/code/grade.ts';
export * as match from '../kinds/match/grade.ts';
export * as number from '../kinds/number/grade.ts';
export * as outside from '../kinds/outside/grade.ts';
export * as program from '../kinds/program/grade.ts';
export * as reach from '../kinds/reach/grade.ts';
export * as text from '../kinds/text/grade.ts';
