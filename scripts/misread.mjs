/** A command line that cannot be understood; its message is a sentence that says what to do. */
export class Misread extends Error {}
