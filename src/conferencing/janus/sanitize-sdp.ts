import { sdpRefused } from './refusals.js';

/** A page's own offer with microphone and camera is some 4 to 8 KiB. */
export const OFFER_LIMIT = 64 * 1024;
/** The answer to a room with 49 tiles was 226 KB. */
export const ANSWER_LIMIT = 480 * 1024;
const LONGEST_LINE = 4096;
const MOST_SECTIONS_SENT = 4;

/** What the gateway can pass on: with a section that lacks it, Janus 1.1.2 can hang for good. */
const CODEC = { audio: 'opus/48000/2', video: 'vp8/90000' } as const;

interface Section {
  readonly kind: 'session' | 'audio' | 'video' | 'other';
  lines: string[];
}

/**
 * A browser's offer to send, as the gateway may see it: without RTX, simulcast and candidates that
 * only a resolver could read, and with the sections closed that are neither audio nor video.
 */
export function offerForGateway(sdp: unknown): string {
  const sections = read(sdp, OFFER_LIMIT);
  for (const section of sections) clean(section);
  for (const section of sections.slice(1)) if (!isUsable(section)) setPort(section, '0');
  const open = sections.slice(1).filter(isOpen);
  if (open.length === 0) throw sdpRefused('The offer holds neither Opus audio nor VP8 video.');
  if (open.length > MOST_SECTIONS_SENT) throw sdpRefused('The offer holds too many tracks.');
  return write(sections);
}

/** A browser's answer to an offer of the gateway. */
export function answerForGateway(sdp: unknown): string {
  const sections = read(sdp, ANSWER_LIMIT);
  for (const section of sections) clean(section);
  return write(sections);
}

/** What the gateway says, as a browser may see it: `s=` and `o=` tell nothing of the room or the machine. */
export function sdpForBrowser(sdp: string): string {
  const sections = read(sdp, ANSWER_LIMIT);
  for (const section of sections) {
    clean(section);
    section.lines = section.lines.map((line) => {
      if (line.startsWith('s=')) return 's=-';
      if (!line.startsWith('o=')) return line;
      const [, id, version] = line.split(' ');
      return `o=- ${id} ${version} IN IP4 127.0.0.1`;
    });
  }
  return write(sections);
}

/** A candidate that the gateway can use as it is: an mDNS name would make it wait for a resolver. */
export function isUsefulCandidate(candidate: string): boolean {
  return candidate.length < 512 && /^(?:a=)?candidate:[\x20-\x7e]+$/.test(candidate) && !/\.local\b/i.test(candidate);
}

function read(sdp: unknown, limit: number): Section[] {
  if (typeof sdp !== 'string') throw sdpRefused('The description of audio and video is not text.');
  if (sdp.length > limit) throw sdpRefused('The description of audio and video is too long.');
  const lines = sdp.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  if (lines[0] !== 'v=0') throw sdpRefused('This is no description of audio and video.');
  const sections: Section[] = [{ kind: 'session', lines: [] }];
  for (const line of lines) {
    if (line.length > LONGEST_LINE || !/^[a-z]=[^\0\r]*$/.test(line)) throw sdpRefused('The description of audio and video is malformed.');
    if (line.startsWith('m=')) sections.push({ kind: kindOf(line), lines: [] });
    sections.at(-1)!.lines.push(line);
  }
  const session = sections[0]!.lines;
  if (!session.some((line) => /^o=\S+ \d{1,20} \d{1,20} IN IP[46] \S+$/.test(line))) throw sdpRefused('The description of audio and video has no origin.');
  if (sections.length < 2) throw sdpRefused('The description holds neither audio nor video.');
  return sections;
}

function write(sections: readonly Section[]): string {
  const refused = new Set(sections.filter((section) => section.kind !== 'session' && !isOpen(section)).map(midOf));
  const lines = sections.flatMap((section) => section.lines).map((line) => {
    if (!line.startsWith('a=group:BUNDLE')) return line;
    return line.split(' ').filter((word) => !refused.has(word)).join(' ');
  });
  return `${lines.join('\r\n')}\r\n`;
}

function kindOf(line: string): Section['kind'] {
  const match = /^m=(audio|video|application) (\d{1,5}) [A-Z/]{3,24} \S.*$/.exec(line);
  if (!match) throw sdpRefused('The description of audio and video holds something else.');
  return match[1] === 'application' ? 'other' : (match[1] as 'audio' | 'video');
}

/** Takes out RTX, simulcast and unusable candidates. */
function clean(section: Section): void {
  dropPayloads(section, rtxPayloads(section));
  if (section.lines.includes('a=bundle-only') && !isOpen(section)) setPort(section, '9'); // Firefox: not closed, but travelling with the first
  const repairs = new Set<string>();
  for (const line of section.lines) {
    const group = /^a=ssrc-group:FID\s+(.*)$/i.exec(line);
    for (const ssrc of group?.[1]!.trim().split(/\s+/).slice(1) ?? []) repairs.add(ssrc);
  }
  section.lines = section.lines.filter((line) => {
    if (/^a=(bundle-only$|rid:|simulcast|ssrc-group:(FID|SIM)\b)/i.test(line)) return false;
    if (/^a=extmap:\S+ urn:ietf:params:rtp-hdrext:sdes:(repaired-)?rtp-stream-id\b/i.test(line)) return false;
    if (/^a=candidate:/i.test(line)) return isUsefulCandidate(line);
    const ssrc = /^a=ssrc:(\d+)/i.exec(line);
    return !(ssrc && repairs.has(ssrc[1]!));
  });
}

function rtxPayloads(section: Section): Set<string> {
  return new Set(section.lines.flatMap((line) => /^a=rtpmap:\s*(\d+)\s+rtx\b/i.exec(line)?.[1] ?? []));
}

function dropPayloads(section: Section, payloads: ReadonlySet<string>): void {
  if (payloads.size === 0) return;
  section.lines = section.lines.filter((line) => {
    const about = /^a=(?:rtpmap|fmtp|rtcp-fb):\s*(\d+)\b/i.exec(line);
    return !(about && payloads.has(about[1]!));
  });
  if (section.kind === 'session') return;
  const [kind, port, profile, ...formats] = section.lines[0]!.split(' ');
  const left = formats.filter((format) => !payloads.has(format));
  if (left.length === 0) throw sdpRefused('The description of audio and video holds repair data alone.');
  section.lines[0] = [kind, port, profile, ...left].join(' ');
}

function isOpen(section: Section): boolean {
  return section.lines[0]!.split(' ')[1] !== '0';
}

/** Whether the section names the codec of our rooms, among the formats that it really offers. */
function isUsable(section: Section): boolean {
  if (section.kind !== 'audio' && section.kind !== 'video') return false;
  const offered = section.lines[0]!.split(' ').slice(3);
  return section.lines.some((line) => {
    const map = /^a=rtpmap:(\d+) (\S+)$/.exec(line);
    return map && map[2]!.toLowerCase() === CODEC[section.kind as 'audio' | 'video'] && offered.includes(map[1]!);
  });
}

function setPort(section: Section, port: string): void {
  const words = section.lines[0]!.split(' ');
  words[1] = port;
  section.lines[0] = words.join(' ');
}

function midOf(section: Section): string {
  return section.lines.find((line) => line.startsWith('a=mid:'))?.slice('a=mid:'.length).trim() ?? '';
}
