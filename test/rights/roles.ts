import { ORIGIN, cookiesOf, type House, type Organizer, type SessionAnswer } from '../http/house.js';

/** Who may stand before the server. The roles that the product has so far; a new one adds a column to the table. */
export const ROLES = ['anonymous', 'guest', 'registrant', 'otherRegistrant', 'hostSeat', 'namedHost', 'speaker', 'removedSpeaker', 'namedColleague', 'owner', 'apiKey', 'readKey', 'colleague', 'otherWorkspace'] as const;
export type Role = (typeof ROLES)[number];

export interface World {
  readonly house: House;
  readonly owner: Organizer;
  /** A member whom the owner has named as host of what the table makes for them. */
  readonly named: Organizer;
  /** With a registration page; the registrant, the host and the team have seats in it. */
  readonly session: SessionAnswer;
  /** What a role shows when it asks: cookies or a key. */
  headers(role: Role): Record<string, string>;
  /** The personal link that a role has; to anybody else it is a word without meaning. */
  link(role: Role): string;
}

/** One workspace with its owner and a colleague, another one, and people with and without a seat. */
export async function peopledWorld(house: House): Promise<World> {
  const [owner, colleague, named, stranger] = [await house.organizer('Owner'), await house.organizer('Colleague'), await house.organizer('Named'), await house.organizer('Stranger')];
  await house.database.query(`update identity.member set "organizationId" = $1, role = 'member' where "userId" in ($2, $3)`, [owner.workspaceId, colleague.userId, named.userId]);
  const withPage = { registration: { fields: [] } };
  const [session, other, open] = [await house.schedule(owner, withPage), await house.schedule(owner, withPage), await house.schedule(owner)];
  const join = async (body: object): Promise<string> => cookiesOf(await house.http.post('/api/join').send({ name: 'Somebody', ...body }));
  const links: Partial<Record<Role, string>> = { registrant: await house.register(session.slug, 'registrant@example.org'), otherRegistrant: await house.register(other.slug, 'other@example.org') };
  const team = { namedHost: await house.nameTeammate(owner, session, 'host'), speaker: await house.nameTeammate(owner, session, 'speaker'), removedSpeaker: await house.nameTeammate(owner, session, 'speaker') };
  const cookies: Partial<Record<Role, string>> = {
    guest: await join({ slug: open.slug }),
    registrant: await join({ token: links.registrant }),
    otherRegistrant: await join({ token: links.otherRegistrant }),
    hostSeat: cookiesOf(await house.http.post(`/api/sessions/${session.id}/enter`).set(house.as(owner)).send({})),
    namedHost: await join({ token: team.namedHost.token }),
    speaker: await join({ token: team.speaker.token }),
    removedSpeaker: await join({ token: team.removedSpeaker.token }),
    namedColleague: named.cookie,
    owner: owner.cookie,
    colleague: colleague.cookie,
    otherWorkspace: stranger.cookie,
  };
  await house.http.delete(`/api/sessions/${session.id}/team/${team.removedSpeaker.id}`).set(house.as(owner));
  await house.settled();
  const readKey = (await house.http.post('/api/identity/api-keys').set(house.as(owner)).send({ name: 'a dashboard', scope: 'read', days: 30 })).body.key as string;
  return {
    house, owner, named, session,
    headers: (role) => (role === 'apiKey' ? house.as(owner) : role === 'readKey' ? { authorization: `Bearer ${readKey}` } : { origin: ORIGIN, ...(cookies[role] && { cookie: cookies[role] }) }),
    link: (role) => links[role] ?? 'x'.repeat(27),
  };
}
