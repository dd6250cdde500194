export { HAND_OUT_WORDS } from './en/hand-out-words.ts';
