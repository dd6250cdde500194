/** A predicted order on the page; the list comes from where questions of kind `order` have theirs. */
import { whole } from '../../../../practice/page/whole.ts';
import type { FormOnPage } from '../../form.ts';
import { checkSorted } from './judge/check.ts';

/** Brings the list: it is sorted. */
export async function bringSorted(): Promise<FormOnPage> {
  const { listField } = await import('../../../../fields/sorted-field.ts');
  const fieldOf = whole(listField);
  return { field: (element, _, onChange) => fieldOf(element, onChange), check: checkSorted };
}
