/** What the build knows of each kind of question. */
import * as VIEWS from '../tables/view.ts';
import { having } from '../tables/having.ts';
import type { Kinds, QuestionKind } from './contract.ts';

/** The kinds by the name that authors give them. */
export const KINDS: Kinds = having<QuestionKind>(VIEWS, 'QUESTION');
