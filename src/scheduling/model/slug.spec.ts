import fc from 'fast-check';
import { slugFor } from './slug.js';

describe('a public address', () => {
  it.each([
    ['Pottery for beginners', /^pottery-for-beginners-\w{6}$/],
    ['Crème brûlée & Ærø!', /^creme-brulee-r-\w{6}$/],
    ['会議', /^\w{6}$/],
    ['---', /^\w{6}$/],
  ])('is read from %j', (title, slug) => {
    expect(slugFor(title)).toMatch(slug);
  });

  it('is never the same twice', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => slugFor('Pottery'))).size).toBe(1_000);
  });

  it('is short and plain for whatever title', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => /^([a-z0-9]+-)*[b-z2-9]{6}$/.test(slugFor(title)) && slugFor(title).length <= 55));
  });
});
