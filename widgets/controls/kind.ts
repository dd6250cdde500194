/** What a kind of control fulfils for the build and for proofs; what it does on the page: `live.ts`. */
import type { TextParam } from '../kit/contract/params.ts';
import type { Markup } from '../kit/draw/markup.ts';
import type { Random } from '../kit/numbers/random.ts';

/** Where a control stands. Ids begin with `field`, so that labels and inputs meet. */
export interface ControlPlace {
  readonly field: string;
  /** The setting's name, which is that of its text field. */
  readonly name: string;
}

/** What a kind knows of its own: the param that an author wrote with the kind's own function. */
export interface ControlKind<P extends TextParam> {
  /** The control as it stands before a script runs, without one, and on paper: what is set, as a picture and in words. */
  markup(param: P, value: string, at: ControlPlace): Markup;
  /** Any value, as likely as another: where blind fiddling might end. */
  random(param: P, random: Random): string;
  /** True: its markup has the text field in it, so none is folded below. */
  readonly hasField?: true;
}
