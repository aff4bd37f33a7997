/** Somebody's own words with the web addresses in them pressable. They lead away from the page and take nothing along. */
export function withLinks(text: string) {
  return text.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/).map((part, n) =>
    n % 2 ? <a href={part} rel="nofollow ugc noopener noreferrer" target="_blank">{part}</a> : part);
}
