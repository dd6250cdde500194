/** What is said where nothing has been picked yet. */
export const PICK = 'Choose one first.';
