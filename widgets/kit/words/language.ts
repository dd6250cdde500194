export { LANGUAGE } from './en/language.ts';
