/** A drawn prediction on the page. */
import type { FormOnPage } from '../../form.ts';
import type { CurveData } from './data.ts';
import { curveField } from './curve-field.ts';
import { checkCurve } from './judge/check.ts';

/** It is drawn, or set by number. */
export const CURVE_ON_PAGE: FormOnPage<CurveData> = { field: curveField, check: checkCurve };
