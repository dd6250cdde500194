/** A new simulation where all are entered: the table of runs, and the page for tools from outside. */
import { type AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import type { Param, Table } from '../../../widgets/kit/contract/params.ts';
import { pascal } from '../made.ts';

/** The table of runs with one more. */
export function withRun(table: string, name: string): string {
  const run = `run${pascal(name)}`;
  const line = `import { ${run} } from '../../experiments/${name}/model.ts';\n`;
  const at = table.indexOf('import ');
  const end = table.lastIndexOf('};');
  if (at < 0 || end < 0) throw new Error('the table of runs is not as it was');
  return `${table.slice(0, at)}${line}${table.slice(at, end)}  'sim/${name}': ${run},\n${table.slice(end)}`;
}

/** The section of a widget: every setting with what it may be, and its measures. */
export function sectionOf({ tag, version, params, measures }: AnyWidget): string {
  const rows = Object.entries(params as Table).map(
    ([name, param]) => `| \`${name}\` | ${valuesOf(param)} | \`${String(param.default)}\` |`,
  );
  const named = Object.entries(measures).map(([name, { unit }]) =>
    unit === undefined ? `\`${name}\`` : `\`${name}\` (${unit})`,
  );
  return [
    `### \`${tag}\` (version ${version})`,
    ['| setting | values | default |', '| --- | --- | --- |', ...rows].join('\n'),
    `Measures: ${named.join(', ')}.`,
  ].join('\n\n');
}

function valuesOf(param: Param): string {
  if (param.kind === 'number') {
    return `${param.min} to ${param.max}${param.unit ? ` ${param.unit}` : ''}`;
  }
  const options = param.options?.map(({ value }) => `\`${value}\``).join(', ');
  return param.kind === 'text' ? `text${options ? `: ${options} or other` : ''}` : (options ?? '');
}
