import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../../platform/model/refusal.js';
import { ANSWER_LIMIT, answerForGateway, isUsefulCandidate, OFFER_LIMIT, offerForGateway, sdpForBrowser } from './sanitize-sdp.js';

const lines = (...all: string[]) => `${all.join('\r\n')}\r\n`;
const session = ['v=0', 'o=- 5964221154967919096 2 IN IP4 127.0.0.1', 's=-', 't=0 0'];
const audio = ['m=audio 9 UDP/TLS/RTP/SAVPF 111 63', 'c=IN IP4 0.0.0.0', 'a=mid:0', 'a=sendonly', 'a=rtpmap:111 opus/48000/2', 'a=fmtp:111 minptime=10', 'a=rtpmap:63 red/48000/2'];
const video = [
  'm=video 9 UDP/TLS/RTP/SAVPF 96 97 102', 'a=mid:1', 'a=sendonly', 'a=rtpmap:96 VP8/90000', 'a=rtcp-fb:96 nack pli',
  'a=rtpmap:97 rtx/90000', 'a=fmtp:97 apt=96', 'a=rtpmap:102 H264/90000',
  'a=ssrc-group:FID 1000 2000', 'a=ssrc:1000 cname:x', 'a=ssrc:2000 cname:x',
];
const offer = lines(...session, 'a=group:BUNDLE 0 1', ...audio, ...video);

describe('a browser’s offer', () => {
  it('goes to the gateway without RTX: format, parameters, its SSRC and the pairing', () => {
    const clean = offerForGateway(offer);
    expect(clean).toContain('m=video 9 UDP/TLS/RTP/SAVPF 96 102\r\n');
    expect(clean).not.toMatch(/rtx|apt=96|ssrc-group|2000/);
    expect(clean).toContain('a=ssrc:1000 cname:x');
    expect(clean).toContain('a=rtcp-fb:96 nack pli');
  });

  it('loses its simulcast layers', () => {
    const clean = offerForGateway(lines(...session, ...video, 'a=rid:h send', 'a=rid:l send', 'a=simulcast:send h;l', 'a=ssrc-group:SIM 1 2 3', 'a=extmap:10 urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id'));
    expect(clean).not.toMatch(/rid:|simulcast|SIM|rtp-stream-id/);
  });

  it('has its data channel closed, and taken out of the bundle', () => {
    const clean = offerForGateway(lines(...session, 'a=group:BUNDLE 0 data', ...audio, 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=mid:data', 'a=sctp-port:5000'));
    expect(clean).toContain('m=application 0 UDP/DTLS/SCTP');
    expect(clean).toContain('a=group:BUNDLE 0\r\n');
  });

  it('has a section closed that holds no codec of ours: Janus 1.1.2 hangs on one that it refuses itself', () => {
    const clean = offerForGateway(lines(...session, ...audio, 'm=video 9 UDP/TLS/RTP/SAVPF 102', 'a=mid:1', 'a=rtpmap:102 H264/90000'));
    expect(clean).toContain('m=video 0 ');
    expect(clean).toContain('m=audio 9 ');
  });

  it('keeps a section that merely travels with the first', () => {
    const clean = offerForGateway(lines(...session, ...audio, 'm=video 0 UDP/TLS/RTP/SAVPF 96', 'a=bundle-only', 'a=mid:1', 'a=rtpmap:96 VP8/90000'));
    expect(clean).toContain('m=video 9 ');
  });

  it('loses candidates behind mDNS names, which would make the gateway ask a resolver', () => {
    const clean = offerForGateway(lines(...session, ...audio, 'a=candidate:1 1 udp 1 0a1b.local 9 typ host', 'a=candidate:1 1 udp 1 192.0.2.7 9 typ host'));
    expect(clean.match(/a=candidate/g)).toHaveLength(1);
  });

  it.each([
    ['what is no text', 7],
    ['nothing', ''],
    ['prose', 'let me in'],
    ['no media', lines(...session)],
    ['no origin', lines('v=0', 's=-', ...audio)],
    ['an unknown medium', lines(...session, 'm=image 9 udptl t38')],
    ['a NUL', lines(...session, ...audio, 'a=x:\0')],
    ['a bare carriage return, which some parsers take for a line', lines(...session, ...audio, 'a=x:\ra=rid:1 send')],
    ['a line without its letter', lines(...session, ...audio, 'rtpmap')],
    ['an endless line', lines(...session, ...audio, `a=${'x'.repeat(5000)}`)],
    ['no codec of ours', lines(...session, 'm=video 9 UDP/TLS/RTP/SAVPF 102', 'a=rtpmap:102 H264/90000')],
    ['repair data alone', lines(...session, 'm=video 9 UDP/TLS/RTP/SAVPF 97', 'a=rtpmap:97 rtx/90000')],
    ['more tracks than a stage needs', lines(...session, ...Array(5).fill(audio).flat())],
    ['more than a page ever says', offer + 'a=x:y\r\n'.repeat(OFFER_LIMIT / 7)],
  ])('is refused when it is or holds %s', (_, sdp) => {
    expect(() => offerForGateway(sdp)).toThrow(expect.objectContaining({ code: 'sdp-refused', status: 422 }));
  });

  it('never fails but by refusing, and never carries RTX, layers or a second line through, whatever it is made of', () => {
    const piece = fc.oneof(
      fc.constantFrom(...session, ...audio, ...video, 'a=bundle-only', 'a=rid:h send', 'a=simulcast:send h', 'a=rtpmap: 98 RTX/90000', 'a=rtpmap:98\trtx/90000', 'a=ssrc-group:SIM 1 2', 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'm=video 0 UDP/TLS/RTP/SAVPF 98', 'a=group:BUNDLE 0 1 2', '\r', '\0', 'm=', 'a='),
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ maxLength: 60 }).map((text) => `a=${text}`),
    );
    const any = fc.array(piece, { maxLength: 40 }).chain((all) => fc.constantFrom('\r\n', '\n').map((end) => [...session, ...audio, ...all].join(end)));
    fc.assert(
      fc.property(fc.oneof(any, fc.string({ unit: 'binary' }), fc.anything()), (sdp) => {
        let clean: string;
        try {
          clean = offerForGateway(sdp);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          return;
        }
        expect(clean).not.toMatch(/^a=(rtpmap:\s*\d+\s+rtx|rid:|simulcast|ssrc-group:(FID|SIM))/im);
        expect(clean.split('\r\n').slice(0, -1).every((line) => /^[a-z]=[^\r\n\0]*$/.test(line))).toBe(true);
        expect(offerForGateway(clean)).toBe(clean);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a browser’s answer', () => {
  it('may be as large as a full room needs, and no larger', () => {
    expect(answerForGateway(lines(...session, ...Array(98).fill(video).flat()))).toContain('m=video');
    expect(() => answerForGateway(offer + 'a=x:y\r\n'.repeat(ANSWER_LIMIT / 7))).toThrow(Refusal);
  });

  it('may decline a section', () => {
    expect(answerForGateway(lines(...session, ...audio, 'm=video 0 UDP/TLS/RTP/SAVPF 96', 'a=mid:1', 'a=inactive'))).toContain('m=video 0 ');
  });
});

describe('what the gateway says', () => {
  it('reaches a browser without the room’s id and the machine’s address', () => {
    const told = sdpForBrowser(lines('v=0', 'o=- 17 3 IN IP4 10.1.2.3', 's=VideoRoom 5f0c-secret', 't=0 0', ...audio));
    expect(told).not.toMatch(/5f0c|10\.1\.2\.3/);
    expect(told).toContain('o=- 17 3 IN IP4 127.0.0.1\r\ns=-\r\n');
  });
});

describe('a candidate', () => {
  it.each([
    ['candidate:1 1 udp 2122194687 192.0.2.2 41755 typ host generation 0', true],
    ['candidate:1 1 udp 2122194687 fd00::2 41755 typ host', true],
    ['candidate:1 1 udp 2122194687 0f3a-11.local 41755 typ host', false],
    ['candidate:1\r\na=rid:1 send', false],
    ['', false],
    [`candidate:${'9'.repeat(600)}`, false],
  ])('%j is useful: %s', (candidate, useful) => expect(isUsefulCandidate(candidate)).toBe(useful));
});
