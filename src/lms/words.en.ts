/** What the page says on which a course becomes packages for its platform. */
import { count } from '#words/src/tasks/judge/lists';

export const COURSE_PAGE = {
  title: 'Into your course’s platform',
  description:
    'For instructors: the book in Moodle or Canvas. A course of so many weeks, with lessons, assignments as homework, points and due dates, as a file that the platform imports; practice questions for a Moodle quiz; packages that report who has taken part.',
  name: 'What your course is called',
  site: 'Address of the book that your students read',
  siteWhy: 'This file is no page on the web. Paste the address of the book’s front page.',
  weeks: 'Weeks',
  plan: 'Lay the core out over so many weeks',
  planned: 'The list below is another one now.',
  back: 'Back to the one before',
  past: (title: string) => `“${title}” was due before now: correct its date if that is not meant.`,
  list: 'The course, line by line',
  listWhy:
    'A line that begins with # begins a week. Every other line is a lesson or an assignment by its title, or the link of a set that you have composed. Take lines out, move them, add your own weeks.',
  lessons: 'All titles',
  moodle: 'Save for Moodle',
  canvas: 'Save for Canvas',
  amount: (weeks: number, lessons: number, sets: number) =>
    `${count(weeks, 'week')}, ${count(lessons, 'lesson')}, ${count(sets, 'set')}.`,
  of: 'A lesson or set of the list',
  scorm: 'Save it as a SCORM package',
  base: 'The file package.html, from whoever built the book',
  noBase:
    'What packages are made of is not beside this copy of the book. Ask whoever built it for package.html, and choose it here.',
  notBase: 'This file is not the package.html of this book, or has no such page.',
  making: 'The package is being made …',
  saved: (name: string) => `${name} is saved where your browser saves files.`,
} as const;
