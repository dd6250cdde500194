/** What a mark that can be moved by hand is to ears; it comes with the code that moves it. */
export const HANDLE = 'mark that can be moved';
