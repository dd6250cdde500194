/** A predicted choice on the page. */
import { optionsField } from '../../../../fields/options-field.ts';
import type { FormOnPage } from '../../form.ts';
import { checkPicked } from './judge/check.ts';

/** It is picked. */
export const CHOICE_ON_PAGE: FormOnPage = {
  field: (element) => optionsField([...element.querySelectorAll('input')]),
  check: checkPicked,
};
