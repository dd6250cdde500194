export { SPREAD_WORDS } from './en/spread-words.ts';
