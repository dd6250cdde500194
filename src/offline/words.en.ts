/** What is said of a copy of the book in one file that is not whole, or that the browser cannot open. */
export const CUT_SHORT =
  'The file of this book ends too early, as after a download that broke off. Get it again: only what has arrived is here.';
/** It has faults in it. */
export const DAMAGED =
  'A part of this book’s file is damaged. What it held can still be read, but does not run: get the file again.';
/** The browser cannot unpack it. */
export const TOO_OLD =
  'This browser is too old for the book’s experiments and questions. The book can be read; a newer browser runs them too.';
