export { BOARD_WORDS } from './en/board-words.ts';
