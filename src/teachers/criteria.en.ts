/**
 * The criteria of WCAG 2.2, levels A and AA, and the rules for PDF and EPUB, with what a machine checks of each. Nothing here says
 * that a criterion is met: a machine sees a part of it, and what a person has judged stands, dated and signed, in docs/judged.yaml.
 */

/** What is checked, and the files of tests that do it. */
export interface Check {
  /** What it is called in the table. */
  readonly name: string;
  readonly does: string;
  readonly files: readonly string[];
}

const VISIT = 'tests/pages/lessons/visit.spec.ts';
const page = (...names: readonly string[]): readonly string[] =>
  names.map((name) => `tests/pages/page/${name}.spec.ts`);

export const CHECKS = {
  axe: {
    name: 'axe',
    does: 'axe-core has no finding on any page, under its rules for the criterion',
    files: [VISIT, ...page('access')],
  },
  figures: {
    name: 'texts of figures',
    does: 'every figure has a sentence, a table and a name, and none is empty',
    files: ['tests/widgets/conformance.test.ts', 'tests/widgets/figures.test.ts'],
  },
  still: {
    name: 'without a script',
    does: 'every lesson is whole without a script, in the order of its text',
    files: [VISIT],
  },
  colours: {
    name: 'colours',
    does: 'the colours of text and of controls keep their contrast in both themes',
    files: ['tests/styles/tokens.test.ts'],
  },
  forced: {
    name: 'forced colours',
    does: 'every lesson is whole in forced colours',
    files: [VISIT],
  },
  enlarged: { name: 'text at 200 %', does: 'every page holds text at 200 %', files: [VISIT] },
  spaced: {
    name: 'text spacing',
    does: 'no words of a lesson are cut off when text is spaced out',
    files: [VISIT],
  },
  narrow: { name: '320 px', does: 'no page is wider than a window of 320 px', files: [VISIT] },
  keys: {
    name: 'walks by keys',
    does: 'every lesson is walked from beginning to end by keys',
    files: [VISIT],
  },
  marks: {
    name: 'marks by keys',
    does: 'what is dragged in a figure is moved, added and taken away by keys too',
    files: page('edit', 'paint', 'span', 'timeline'),
  },
  stops: {
    name: 'what plays',
    does: 'what plays can be stopped, and does not play for who wants no motion',
    files: page('timeline', 'layouts', 'docking'),
  },
  insight: {
    name: 'focus in sight',
    does: 'what has the focus is in sight',
    files: page('docking'),
  },
  names: { name: 'names', does: 'every control has a name', files: [VISIT] },
  targets: {
    name: 'targets',
    does: 'no target is smaller than 24 px, but for links in a sentence',
    files: [VISIT],
  },
  lifted: {
    name: 'fingers',
    does: 'a finger that goes on to scroll sets nothing, and an undo takes a drag back',
    files: page('swipe', 'edit'),
  },
  faults: {
    name: 'bad input',
    does: 'what cannot be read is named, with what to do, and nothing is lost',
    files: page('edit', 'paint', 'shared', 'ears'),
  },
  told: {
    name: 'live regions',
    does: 'what has happened is told once in a live region',
    files: page('announcements', 'ears'),
  },
  pdf: {
    name: 'PDF',
    does: 'a script finds no fault by rules of the Matterhorn protocol: structure, order, headings, lists, tables, links, texts of figures, language, fonts, contrast',
    files: ['tests/pages/paper/paper.spec.ts'],
  },
  epub: {
    name: 'EPUB',
    does: 'EPUBCheck and epubcheck-ts find no error and give no warning; what is drawn is told from black and from white',
    files: ['tests/pages/paper/paper.spec.ts'],
  },
} as const satisfies Readonly<Record<string, Check>>;

export interface Criterion {
  readonly number: string;
  readonly name: string;
  readonly level: string;
  readonly checks: readonly (keyof typeof CHECKS)[];
  /** Why there is nothing in the book that it could be about. */
  readonly none?: string;
}

const NO_MEDIA = 'The book has neither sound nor film.';
/** Number, name, level, and what a machine checks, or why there is nothing to check. */
const ROWS: readonly (readonly [string, string, 'A' | 'AA' | '', string])[] = [
  ['1.1.1', 'Non-text content', 'A', 'axe figures'],
  ['1.2.1', 'Audio-only and video-only', 'A', NO_MEDIA],
  ['1.2.2', 'Captions (prerecorded)', 'A', NO_MEDIA],
  ['1.2.3', 'Audio description or media alternative', 'A', NO_MEDIA],
  ['1.2.4', 'Captions (live)', 'AA', NO_MEDIA],
  ['1.2.5', 'Audio description', 'AA', NO_MEDIA],
  ['1.3.1', 'Info and relationships', 'A', 'axe'],
  ['1.3.2', 'Meaningful sequence', 'A', 'still'],
  ['1.3.3', 'Sensory characteristics', 'A', ''],
  ['1.3.4', 'Orientation', 'AA', 'axe'],
  ['1.3.5', 'Identify input purpose', 'AA', 'axe'],
  ['1.4.1', 'Use of colour', 'A', 'axe forced'],
  ['1.4.2', 'Audio control', 'A', NO_MEDIA],
  ['1.4.3', 'Contrast (minimum)', 'AA', 'axe colours'],
  ['1.4.4', 'Resize text', 'AA', 'axe enlarged'],
  ['1.4.5', 'Images of text', 'AA', ''],
  ['1.4.10', 'Reflow', 'AA', 'narrow'],
  ['1.4.11', 'Non-text contrast', 'AA', 'colours'],
  ['1.4.12', 'Text spacing', 'AA', 'axe spaced'],
  ['1.4.13', 'Content on hover or focus', 'AA', ''],
  ['2.1.1', 'Keyboard', 'A', 'axe keys marks'],
  ['2.1.2', 'No keyboard trap', 'A', 'keys'],
  ['2.1.4', 'Character key shortcuts', 'A', ''],
  ['2.2.1', 'Timing adjustable', 'A', 'axe'],
  ['2.2.2', 'Pause, stop, hide', 'A', 'axe stops'],
  ['2.3.1', 'Three flashes', 'A', ''],
  ['2.4.1', 'Bypass blocks', 'A', 'axe'],
  ['2.4.2', 'Page titled', 'A', 'axe'],
  ['2.4.3', 'Focus order', 'A', 'keys'],
  ['2.4.4', 'Link purpose', 'A', 'axe'],
  ['2.4.5', 'Multiple ways', 'AA', ''],
  ['2.4.6', 'Headings and labels', 'AA', ''],
  ['2.4.7', 'Focus visible', 'AA', ''],
  ['2.4.11', 'Focus not obscured (minimum)', 'AA', 'insight'],
  ['2.5.1', 'Pointer gestures', 'A', ''],
  ['2.5.2', 'Pointer cancellation', 'A', 'lifted'],
  ['2.5.3', 'Label in name', 'A', 'axe'],
  ['2.5.4', 'Motion actuation', 'A', 'Nothing in the book listens to the motion of a device.'],
  ['2.5.7', 'Dragging movements', 'AA', 'marks'],
  ['2.5.8', 'Target size (minimum)', 'AA', 'axe targets'],
  ['3.1.1', 'Language of page', 'A', 'axe'],
  ['3.1.2', 'Language of parts', 'AA', 'axe'],
  ['3.2.1', 'On focus', 'A', 'keys'],
  ['3.2.2', 'On input', 'A', 'keys'],
  ['3.2.3', 'Consistent navigation', 'AA', ''],
  ['3.2.4', 'Consistent identification', 'AA', ''],
  [
    '3.2.6',
    'Consistent help',
    'A',
    'The book has no help desk; instructors give their own address.',
  ],
  ['3.3.1', 'Error identification', 'A', 'faults'],
  ['3.3.2', 'Labels or instructions', 'A', 'axe names'],
  ['3.3.3', 'Error suggestion', 'AA', 'faults'],
  ['3.3.4', 'Error prevention', 'AA', ''],
  ['3.3.7', 'Redundant entry', 'A', ''],
  ['3.3.8', 'Accessible authentication (minimum)', 'AA', 'The book has no accounts.'],
  ['4.1.2', 'Name, role, value', 'A', 'axe names'],
  ['4.1.3', 'Status messages', 'AA', 'told'],
  ['PDF', 'Rules of the Matterhorn protocol', '', 'pdf'],
  ['EPUB', 'EPUB 3.3', '', 'epub'],
];

export const isCheck = (word: string): word is keyof typeof CHECKS => word in CHECKS;

export const CRITERIA: readonly Criterion[] = ROWS.map(([number, name, level, words]) => {
  const checks = words.split(' ').filter(isCheck);
  return { number, name, level, checks, ...(words && checks.length === 0 && { none: words }) };
});

/** What a person can say of a criterion. */
export const VERDICTS = ['met', 'partly met', 'not met'] as const;
/** Who has said so, when, with what, and why. */
export const judgedAs = (
  one: Readonly<Record<'verdict' | 'role' | 'day' | 'with' | 'says', string>>,
): string => `${one.verdict}, says ${one.role} (${one.day}, with ${one.with}): ${one.says}`;
