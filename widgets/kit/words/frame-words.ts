export { FRAME_WORDS } from './en/frame-words.ts';
