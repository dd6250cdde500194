/** How marks, notes and the notebook look: there once something is marked. */
import { dress } from '../../widgets/page/dress.ts';
import css from './margin.css?inline';

dress(css);
