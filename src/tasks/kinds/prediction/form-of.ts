/** The form of a prediction on the page. */
import * as FORM_PAGES from '../../tables/form-page.ts';
import type { FormOnPage, PredictionData } from './form.ts';

/** What wakes it; each takes data of its own. */
export const formOf = ({ form }: PredictionData): FormOnPage =>
  (FORM_PAGES as Readonly<Record<string, FormOnPage<never>>>)[form] as FormOnPage;
