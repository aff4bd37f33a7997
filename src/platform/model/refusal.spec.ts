import { Forbidden, Invalid, NotFound, NotNow, Refusal } from './refusal.js';

describe('a refusal', () => {
  it('has a code for programs and a sentence for people, and both in whatever is logged of it', () => {
    const refusal = new Refusal('session-over', 'It is over.');
    expect(refusal).toMatchObject({ code: 'session-over', sentence: 'It is over.', status: 409, message: 'session-over: It is over.' });
    expect([refusal.mistakes, refusal.extra]).toEqual([[], {}]);
  });

  it('of what is not there says what, and nothing of whether it is somebody else’s', () => {
    expect(new NotFound('session')).toMatchObject({ code: 'session-not-found', sentence: 'There is no such session.', status: 404 });
  });

  it('of what was sent names each mistake where it stands', () => {
    expect(Invalid.at('/name', 'required', 'Give a name.')).toMatchObject({ code: 'invalid', status: 422, mistakes: [{ pointer: '/name', code: 'required', detail: 'Give a name.' }], sentence: expect.stringMatching(/^[A-Z].+\.$/) as string });
  });

  it('of who may not is none of the kind that trying again mends; of what is away says when', () => {
    expect(new Forbidden('not-a-host', 'Only a host can do that.')).toMatchObject({ code: 'not-a-host', sentence: 'Only a host can do that.', status: 403 });
    const away = new NotNow();
    expect(away).toMatchObject({ code: 'not-now', status: 503, extra: { retryAfter: 2 }, sentence: expect.stringMatching(/again/) as string });
    expect(away.mistakes).toEqual([]);
  });
});
