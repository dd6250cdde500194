export const ALL = process.env['TEST_ALL'] === '1';
