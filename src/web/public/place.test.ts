import { expect, test } from 'vitest';
import { placeOf, places } from './place.ts';

const id = '0190b7a0-0000-7000-8000-000000000001';

test.each([
  ['/public', { page: 'bulletins' }],
  [places.bulletins, { page: 'bulletins' }],
  [places.verify, { page: 'verify' }],
  [places.report, { page: 'report' }],
  [places.receipt, { page: 'receipt' }],
  [`${places.receipt}/1`, { page: 'missing' }],
  [`${places.verify}/`, { page: 'verify' }],
  [places.bulletin(id), { page: 'bulletin', id, figure: null }],
  [places.figure(id, 'talks.person/times'), { page: 'bulletin', id, figure: 'talks.person/times' }],
  ['/public/bulletins', { page: 'missing' }],
  [`/public/bulletins/${id}/figures`, { page: 'missing' }],
  [`/public/bulletins/${id}/figures/a/b`, { page: 'missing' }],
  [`/public/bulletins/${id}/figures/%ff`, { page: 'missing' }],
  ['/public/elsewhere', { page: 'missing' }],
])('%s shows its page', (path, place) => {
  expect(placeOf(path)).toEqual(place);
});
