/** Whether everything is asked for, as before a release: what goes over a few lessons or settings then goes over all. */
export const ALL = process.env['TEST_ALL'] === '1';
