import { ALL } from '../../words/all.ts';
import { choicesFor, type Decidable } from './choices.ts';

const { moderation: words } = ALL.en;
const ben: Decidable = { seatId: 'ben', name: 'Ben', role: 'attendee', onStage: true };
const labels = (one: Partial<Decidable>, moderation: Parameters<typeof choicesFor>[1] = {}, live = true): string[] =>
  choicesFor({ ...ben, ...one }, moderation, live, words).map(({ label }) => label);

describe('what a host may decide about somebody', () => {
  it('is everything, for one on stage', () => expect(labels({})).toEqual(['Mute', 'Stop video', 'Take off stage', 'Remove', 'Ban']));

  it('lets through again what was silenced, also off stage', () => {
    expect(labels({ silenced: ['audio', 'video'] })).toEqual(['Allow microphone', 'Allow camera', 'Take off stage', 'Remove', 'Ban']);
    expect(labels({ onStage: false, silenced: ['audio'] })).toEqual(['Allow microphone', 'Invite on stage', 'Remove', 'Ban']);
  });

  it('asks up who is off stage, once the doors are open, and takes an unanswered invitation back', () => {
    const invitation = (answer: 'awaited' | 'declined') => ({ invitations: [{ seatId: 'ben', name: 'Ben', answer }] });
    expect(labels({ onStage: false })).toContain('Invite on stage');
    expect(labels({ onStage: false }, {}, false)).toEqual(['Remove', 'Ban']);
    expect(labels({ onStage: false }, invitation('awaited'))).toContain('Take back the invitation');
    expect(labels({ onStage: false }, invitation('declined'))).toContain('Invite on stage');
  });

  it('leaves another host on stage and in the room', () => expect(labels({ role: 'host' })).toEqual(['Mute', 'Stop video']));

  it('asks again before anybody has to go', () => {
    expect(choicesFor(ben, {}, true, words).filter(({ ask }) => ask).map(({ request }) => request.type)).toEqual(['remove', 'ban']);
  });
});
