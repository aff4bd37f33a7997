/** What became of a registration after it was made: of a ban and of the way in, Conferencing tells. */
export const TURNS = ['seat-given', 'waitlisted', 'seat-offered', 'offer-lapsed', 'seat-denied', 'withdrawn', 'link-rotated', 'link-revoked', 'link-restored'] as const;
export type Turn = (typeof TURNS)[number];
