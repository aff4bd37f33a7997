import { answerOf, lineOfStory, type Told } from './story.ts';

let clock = 0;
const one = (what: Told['what'], more: Partial<Told> = {}): Told => ({ at: new Date((clock += 1000)).toISOString(), what, detail: null, mail: null, ...more });
const mail = (event: string, detail: string | null = null): Told => one('mail', { detail, mail: { kind: 'confirmation', minutesBefore: null, event: event as never } });
const story = (...events: Told[]) => ({ status: 'confirmed', events: [one('registered'), ...events] });

describe('the answer to why somebody was not in', () => {
  it.each<[string, () => Told[]]>([
    ['The mail with the link has not left yet, or was refused.', () => [mail('queued'), mail('failed', '550 5.1.1 no such mailbox')]],
    ['The mail with the link came back.', () => [mail('queued'), mail('sent'), mail('bounced')]],
    ['Has not opened the link.', () => [mail('queued'), mail('sent'), one('session-started')]],
    ['Opened the link, and did not press Join.', () => [mail('sent'), one('opened')]],
    ['Opened the link, had trouble with camera or microphone, and did not press Join.', () => [one('opened'), one('device-refused', { detail: 'camera-denied' })]],
    ['Pressed Join and was turned away. The session was over.', () => [one('opened'), one('session-ended'), one('turned-away', { detail: 'session-over' })]],
    ['Pressed Join, and the page could not connect.', () => [one('joined')]],
    ['Waits in the foyer.', () => [one('joined'), one('waiting')]],
    ['Waited, and was not there any more at the start.', () => [one('joined'), one('waiting'), one('gave-up-waiting'), one('session-started')]],
    ['Waits to be let in.', () => [one('session-started'), one('joined'), one('knocking')]],
    ['Asked to be let in, and a host said no.', () => [one('joined'), one('knocking'), one('denied')]],
    ['Is in the room.', () => [one('joined'), one('session-started'), one('entered')]],
    ['Was in the room, and left it.', () => [one('entered'), one('left')]],
    ['Was in the room, and a host ended that.', () => [one('entered'), one('removed'), one('left')]],
  ])('is “%s”', (sentence, events) => {
    expect(answerOf(story(...events()))).toBe(sentence);
  });

  it.each([
    ['pending', 'Waits for your answer: has no seat until you approve.'],
    ['waitlisted', 'Is on the waitlist: all seats were taken.'],
    ['denied', 'Was denied, and has no seat.'],
    ['revoked', 'Has no seat: the link was taken back.'],
    ['withdrawn', 'Gave the seat up.'],
  ])('is how they stand, where they are %s', (status, sentence) => {
    expect(answerOf({ ...story(mail('sent'), one('opened')), status })).toBe(sentence);
  });

  it('is both where somebody was in and has no seat any more', () => {
    expect(answerOf({ ...story(one('entered'), one('left')), status: 'revoked' })).toBe('Was in the room. Has no seat: the link was taken back.');
  });

  it('is told in lines that say who did what', () => {
    expect(lineOfStory(one('device-refused', { detail: 'camera-denied' }))).toEqual({ words: 'Camera or microphone could not be used', more: 'The browser was not allowed to use the camera.', side: 'they' });
    expect(lineOfStory(mail('failed', '550 no'))).toEqual({ words: 'Confirmation: refused', more: '“550 no”', side: 'mail' });
    expect(lineOfStory(one('link-revoked'))).toEqual({ words: 'The link was revoked', side: 'house' });
    expect(lineOfStory(one('session-started'))).toEqual({ words: 'The session started', side: 'house' });
  });
});
