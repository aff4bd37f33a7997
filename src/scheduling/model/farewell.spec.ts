import { describe, expect, it } from '@jest/globals';
import { Invalid } from '../../platform/model/refusal.js';
import { farewellFrom } from './farewell.js';

const wrongAt = (draft: Parameters<typeof farewellFrom>[0]): string[] => {
  try {
    farewellFrom(draft);
    return [];
  } catch (error) {
    if (!(error instanceof Invalid)) return [String(error)];
    for (const { code, detail } of error.mistakes) expect([code, detail]).toEqual([expect.stringMatching(/^link-(not-https|without-label)$/), expect.stringMatching(/^[A-Z].{10,}$/)]); // for programs, and beside the field
    return error.mistakes.map(({ pointer }) => pointer);
  }
};

describe('a farewell', () => {
  it('is the organizer’s words with their line breaks, and a link', () => {
    expect(farewellFrom({ text: '  Thank you!\r\nThe slides follow.  ', link: { label: ' Tell us how it was ', url: ' https://example.org/after?x=1 ' } })).toEqual({
      text: 'Thank you!\nThe slides follow.',
      link: { label: 'Tell us how it was', url: 'https://example.org/after?x=1' },
    });
  });

  it('is words alone, or a link alone', () => {
    expect(farewellFrom({ text: 'Bye.' })).toEqual({ text: 'Bye.', link: null });
    expect(farewellFrom({ text: '', link: { label: 'More', url: 'https://example.org/' } })).toEqual({ text: '', link: { label: 'More', url: 'https://example.org/' } });
  });

  it('is none where nothing is said', () => {
    expect(farewellFrom(null)).toBeNull();
    expect(farewellFrom({ text: ' \n ', link: null })).toBeNull();
  });

  it('leads to the web over HTTPS and nowhere else', () => {
    for (const url of ['http://example.org', 'javascript:alert(1)', 'data:text/html,x', 'example.org', 'https://', 'https://user:secret@example.org/', 'ftp://example.org']) {
      expect({ url, wrong: wrongAt({ text: '', link: { label: 'There', url } }) }).toEqual({ url, wrong: ['/farewell/link/url'] });
    }
  });

  it('has a link that says where it leads', () => {
    expect(wrongAt({ text: '', link: { label: '  ', url: 'https://example.org/' } })).toEqual(['/farewell/link/label']);
  });
});
