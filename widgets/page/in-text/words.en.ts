/** What a button in the text says in place of setting its experiment up. */
export const PREDICT_FIRST = 'your prediction first';
