/** The key of each assignment as a file: in an instructor’s build, and in no other. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { keyedAssignments } from '../../../tasks/sets/server/assignments.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  (await keyedAssignments()).map(({ source, key }) => ({
    params: { assignment: source.id },
    props: { key },
  }));

export const GET: APIRoute = ({ props }) =>
  new Response(`${JSON.stringify(props['key'], null, 1)}\n`);
