import { expect, it } from 'vitest';
import { backTo } from '../../../bot/staff/back.ts';

it.each([
  ['/staff', '/staff'],
  ['/staff/transcripts?from=2023-05-01&q=%E4%B8%AD', '/staff/transcripts?from=2023-05-01&q=%E4%B8%AD'],
  ['/staff/a/../b', '/staff/b'],
])('%s is a page of the console', (asked, page) => {
  expect(backTo(asked)).toBe(page);
});

it.each([
  undefined,
  null,
  '',
  'staff',
  '/',
  '/chat',
  '/staffx',
  '//evil.example/staff',
  '/\\evil.example/staff',
  '/\t/evil.example/staff',
  '/staff\r\nSet-Cookie: a=b',
  'https://evil.example/staff',
  'javascript:alert(1)',
  '/staff/../..//evil.example',
  '/staff/../api/v1/ask',
  '/staff/%2e%2e/api',
  '/staff/sign-in?back=/staff/sign-in',
  '/staff/invite/abc',
  `/staff/${'a'.repeat(3000)}`,
  '/staff/\u202e',
])('%j leads to the first page', (asked) => {
  expect(backTo(asked)).toBe('/staff');
});
