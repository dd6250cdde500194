/** The workbench's own experiments, awake on touch as the book's are. */
import { defineWidget } from '../../widgets/page/define-widget.ts';

defineWidget('every-part', async () => (await import('./every-part/widget.ts')).everyPart);
defineWidget('each-state', async () => (await import('./each-state/widget.ts')).eachState);
