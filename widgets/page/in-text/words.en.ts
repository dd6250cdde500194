/** What a button in the text says in place of setting its experiment up. */
export const PREDICT_FIRST = 'make your prediction first';
/** Leads from the words that have set it up to the experiment. */
export const TO_EXPERIMENT = 'To the experiment';
/** Leads back from the experiment to the words that have set it up. */
export const BACK_TO_TEXT = 'Back to the text';
