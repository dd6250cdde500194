export { FIRST_WORDS } from './en/first-words.ts';
