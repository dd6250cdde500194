/** Every sheet of the questions, in the order in which they hold: what only one kind looks like comes last. */
import './questions.css';
import './answers.css';
import './kinds.ts';
