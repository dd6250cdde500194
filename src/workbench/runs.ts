/** Puts the workbench's runs beside the book's, on Node and in the worker that takes the place of the book's. */
import { RUNS } from '../../widgets/run/sim/runs.ts';
import { runEachState } from './each-state/widget.ts';
import { runEveryPart } from './every-part/widget.ts';

Object.assign(RUNS, { 'sim/each-state': runEachState, 'sim/every-part': runEveryPart });
