/** What is said where the experiment that would answer is not there. */
export const NO_EXPERIMENT = 'The experiment that would answer is not on this page.';
