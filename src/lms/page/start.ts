/** The script of a package: the visit begins before the one file does. */
import '../../offline/start.ts';
import { begin } from './session.ts';

begin();
