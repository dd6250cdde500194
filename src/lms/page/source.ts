/** What a package knows of the work on what it shows, a lesson or a set. */
export interface Part {
  readonly id: string;
  /** The id of its place in the page. */
  readonly at: string;
  readonly isDone: boolean;
  /** An experiment beside questions. */
  readonly isRun?: boolean;
}

export interface Source {
  readonly parts: () => readonly Part[];
  /** The answers in so many letters, and their way back. */
  readonly answers: (room: number) => string;
  readonly unite: (answers: string) => void;
  /** Where the student is, and the way there. */
  readonly place: () => string;
  readonly goTo: (place: string) => void;
  readonly onChange: (does: () => void) => void;
}
