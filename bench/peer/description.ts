import { randomBytes } from 'node:crypto';

/** What a description says of one end's transport. */
export interface Transport {
  readonly ufrag: string;
  readonly password: string;
  readonly fingerprint: string;
  /** Where it can be reached; an end without one is never connected, and makes no traffic either. */
  readonly candidate?: string;
}

/** A stream that a peer offers to send. */
export interface Sent {
  readonly kind: 'audio' | 'video';
  readonly ssrc: number;
}

/** The formats of our rooms, by the numbers that browsers give them. */
export const FORMAT = { audio: { payload: 111, map: 'opus/48000/2' }, video: { payload: 96, map: 'VP8/90000' } } as const;

/** Takes all of an offer, to receive it. */
export function answerTo(offer: string, transport: Transport): string {
  const [head, ...sections] = offer.split(/\r?\n(?=m=)/);
  const kept = sections.map((section) => section.split(/\r?\n/).filter((line) => /^(m=|a=mid:|a=rtpmap:|a=fmtp:|a=rtcp-mux)/.test(line)));
  const group = /^a=group:BUNDLE.*$/m.exec(head!)?.[0].trim();
  return sdp([...(group ? [group] : []), ...kept.flatMap(([media, ...lines]) => [media!.replace(/^(m=\w+) \d+/, '$1 9'), ...linesOf(transport), 'a=recvonly', ...lines])]);
}

export function offerOf(streams: readonly Sent[], transport: Transport): string {
  const sections = streams.flatMap(({ kind, ssrc }, mid) => {
    const { payload, map } = FORMAT[kind];
    return [`m=${kind} 9 UDP/TLS/RTP/SAVPF ${payload}`, ...linesOf(transport), 'a=sendonly', `a=mid:${mid}`, 'a=rtcp-mux', `a=rtpmap:${payload} ${map}`, `a=ssrc:${ssrc} cname:bench`, `a=msid:bench ${kind}`];
  });
  return sdp([`a=group:BUNDLE ${streams.map((_, mid) => mid).join(' ')}`, ...sections]);
}

function linesOf({ ufrag, password, fingerprint, candidate }: Transport): string[] {
  return [
    'c=IN IP4 0.0.0.0', `a=ice-ufrag:${ufrag}`, `a=ice-pwd:${password}`, `a=fingerprint:sha-256 ${fingerprint}`, 'a=setup:active',
    ...(candidate ? [`a=${candidate}`, 'a=end-of-candidates'] : []),
  ];
}

function sdp(lines: readonly string[]): string {
  return ['v=0', `o=- ${randomBytes(6).readUIntBE(0, 6)} 1 IN IP4 127.0.0.1`, 's=-', 't=0 0', ...lines, ''].join('\r\n');
}
