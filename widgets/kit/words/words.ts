export { WORDS } from './en/words.ts';
