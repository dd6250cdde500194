export { TIMELINE_WORDS } from './en/timeline-words.ts';
