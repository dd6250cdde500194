/** What a button that takes a run along needs to know. Build only. */
import { AuthorFault } from '../../../widgets/kit/contract/author-settings.ts';
import { defaults } from '../../../widgets/kit/contract/params.ts';
import { WIDGETS } from '../../book/widgets.ts';
import { instance } from '../instances.ts';
import { setUp } from '../set-up.ts';
import type { Takes } from './own-run.ts';

/** What an author writes. */
interface TakeAlongProps {
  readonly of: string;
  readonly param: string;
  readonly run: string;
  readonly among?: Takes['among'];
}

/** The button, and whose runs it looks for. An unknown widget or setting stops the build. */
export function takeAlong(
  page: string,
  { of, param, run, among = {} }: TakeAlongProps,
): { readonly setsUp: ReturnType<typeof setUp>; readonly takes: Takes } {
  const { widget, start } = instance(of);
  const lender = WIDGETS[run];
  const wrong = !lender
    ? `there is no widget "${run}"`
    : Object.hasOwn(widget.params, param)
      ? unknownIn(among, lender.params)
      : `${widget.tag} has no setting "${param}"`;
  if (!lender || wrong !== undefined)
    throw new AuthorFault(`${page}, <TakeAlong of="${of}">: ${wrong ?? ''}`);
  return {
    setsUp: setUp(page, { of, when: { [param]: start[param] ?? '' } }),
    takes: { param, run, version: lender.version, among, defaults: defaults(lender.params) },
  };
}

function unknownIn(among: Takes['among'], params: object): string | undefined {
  const other = Object.keys(among).find((name) => !Object.hasOwn(params, name));
  return other === undefined ? undefined : `the runs have no setting "${other}"`;
}
