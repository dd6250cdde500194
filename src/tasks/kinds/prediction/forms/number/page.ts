/** A predicted number on the page. */
import { typedField } from '../../../../practice/page/answer-field.ts';
import type { FormOnPage } from '../../form.ts';
import type { NumberData } from './build.ts';
import { checkTyped } from './judge/check.ts';

/** It is typed. */
export const NUMBER_ON_PAGE: FormOnPage<NumberData> = { field: typedField, check: checkTyped };
