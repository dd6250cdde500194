// What failed, a line each, from the runners' own reports: told once more at the very end, where a log that was cut short still
// has it.
import { stripVTControlCharacters } from 'node:util';

const LONGEST = 600;

/** A failure as one line: where and what, and how the words about it begin. */
function failure(title, said = '') {
  const words = stripVTControlCharacters(said).replaceAll(/\s+/g, ' ').trim();
  return `${title} — ${words.length > LONGEST ? `${words.slice(0, LONGEST)} …` : words}`;
}

/** The failures in a Vitest JSON report. */
export function unitFailures(report) {
  return (report?.testResults ?? []).flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && file.status === 'failed') return [failure(file.name, file.message)];
    return failed.map((test) =>
      failure(`${file.name} › ${test.fullName}`, test.failureMessages.join('\n')),
    );
  });
}

const specsIn = (suite) => [...suite.specs, ...(suite.suites ?? []).flatMap(specsIn)];

/** The failures in a Playwright JSON report. */
export function browserFailures(report) {
  const failed = (report?.suites ?? [])
    .flatMap(specsIn)
    .filter((spec) => !spec.ok || spec.tests.some((test) => test.status === 'flaky'))
    .map((spec) => {
      const errors = spec.tests.flatMap((test) => test.results.flatMap((result) => result.errors));
      return failure(
        `${spec.file}:${spec.line} › ${spec.title}`,
        errors.map((error) => error.message).join('\n'),
      );
    });
  const outside = (report?.errors ?? []).map(({ message }) => failure('outside tests', message));
  return [...failed, ...outside];
}

/** The failure of a program: its command, and the last that it said. */
export function programFailure(command, said) {
  return failure(command, said.trimEnd().slice(-LONGEST));
}

/**
 * The failures of all groups, a line each.
 * @param {Readonly<Record<string, { readonly failures?: readonly string[] }>>} groups
 */
export function whatFailed(groups) {
  return Object.entries(groups).flatMap(([group, { failures = [] }]) =>
    failures.map((one) => `${group}: ${one}`),
  );
}
