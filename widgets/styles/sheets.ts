/** Every sheet of the experiments, in the order in which they hold: what only one experiment looks like comes last. */
import './widget.css';
import './experiments.ts';
