/** An address as people write it in the middle of a sentence; what closes the sentence is not part of it. */
const ADDRESS = /https?:\/\/[^\s<>"“”„«»]+/giu;
const CLOSING = /[.,;:!?…'’)\]}。、，！？）」』]$/u;

export interface Piece {
  text: string;
  href?: string;
}

/** What somebody wrote, in pieces: plain text, and addresses that lead to the web and nowhere else. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = trimmed(found);
    if (!URL.canParse(address)) continue;
    if (index > from) pieces.push({ text: text.slice(from, index) });
    pieces.push({ text: address, href: new URL(address).href });
    from = index + address.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

/** "(see https://example.org/a_(b))." leads to `https://example.org/a_(b)`. */
function trimmed(address: string): string {
  if (!CLOSING.test(address) || (address.endsWith(')') && count(address, '(') >= count(address, ')'))) return address;
  return trimmed(address.slice(0, -1));
}

const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** A stranger's words: never markup, and whoever follows a link tells nobody where they come from. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {piecesOf(text).map((piece, at) =>
        piece.href ? <a key={at} href={piece.href} target="_blank" rel="noopener noreferrer nofollow ugc">{piece.text}</a> : piece.text)}
    </>
  );
}
