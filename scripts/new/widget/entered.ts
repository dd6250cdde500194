/** A new simulation on the page for tools from outside. */
import { type AnyWidget } from '../../../widgets/kit/contract/widget.ts';
import type { Param, Table } from '../../../widgets/kit/contract/params.ts';

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
