/** Every sheet of the experiments, in the order in which they hold: kinds of control, and last what only one experiment looks like. */
import './widget.css';
import './control-kinds.ts';
import './experiments.ts';
