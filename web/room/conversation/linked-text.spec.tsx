import { renderToString } from 'preact-render-to-string';
import { LinkedText, piecesOf } from './linked-text.tsx';

const links = (text: string) => piecesOf(text).flatMap(({ href }) => href ?? []);

describe('what people write in a room', () => {
  it('leads where it says, and a sentence ends after the address', () => {
    expect(links('See https://example.org/a?b=1#c. And http://example.org!')).toEqual(['https://example.org/a?b=1#c', 'http://example.org/']);
    expect(links('(https://example.org/a_(b)), „https://example.org/c“ 見て：https://example.org/d。')).toEqual(['https://example.org/a_(b)', 'https://example.org/c', 'https://example.org/d']);
  });

  it('loses not a letter', () => {
    for (const text of ['', 'no address', 'https://example.org', 'a https://example.org/x, b (http://[) c', 'https://']) {
      expect(piecesOf(text).map((piece) => piece.text).join('')).toBe(text);
    }
  });

  it('runs nothing and opens no other kind of address', () => {
    expect(links('javascript:alert(1) data:text/html,x file:///etc/passwd ftp://example.org www.example.org')).toEqual([]);
    expect(renderToString(<LinkedText text={'<img src=x onerror=alert(1)> https://example.org/"onmouseover="x'} />))
      .toBe('&lt;img src=x onerror=alert(1)> <a href="https://example.org/" target="_blank" rel="noopener noreferrer nofollow ugc">https://example.org/</a>&quot;onmouseover=&quot;x');
  });
});
