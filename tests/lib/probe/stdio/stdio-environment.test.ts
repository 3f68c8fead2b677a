import { expect, it } from 'vitest';
import { stdioEnvironment } from '@/lib/probe/stdio/stdio-environment';

it('passes on six variables and what the entry asks for', () => {
  const own = {
    HOME: '/home/us',
    PATH: '/bin',
    ROLLCALL_SECRET: 'x',
    NODE_OPTIONS: '--inspect',
    LANG: 'C',
    TERM: undefined,
  };
  expect(stdioEnvironment({ TOKEN: 't', PATH: '/opt/bin' }, own)).toEqual({
    HOME: '/home/us',
    PATH: '/opt/bin',
    TOKEN: 't',
  });
});

it('passes on no exported shell functions', () => {
  expect(stdioEnvironment({}, { SHELL: '() { :; }; echo' })).toEqual({});
});
