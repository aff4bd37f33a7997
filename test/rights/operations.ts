import { cookiesOf, draft, type SessionAnswer } from '../http/house.js';
import { PICTURES } from '../support/pictures.js';
import { ROLES, type Role, type World } from './roles.js';

interface Request {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  body?: object;
  headers?: Record<string, string>;
}

export interface Operation {
  /** Made anew for each role, so that nobody finds what another one has left. */
  ask(world: World, role: Role): Request | Promise<Request>;
  /** The status for each role. */
  answers: Record<Role, Answer>;
}

/** A status; or the owner's where the operation is a GET, and 403 where it is not. */
type Answer = number | 'as-owner';

const everyone = (status: number, but: Partial<Record<Role, Answer>> = {}): Record<Role, Answer> => ({ ...(Object.fromEntries(ROLES.map((role) => [role, status])) as Record<Role, number>), ...but });
/** Only who is signed in, by cookie or key; 401 to all others. A key that may only look is the owner's as long as it asks by GET. */
const signedIn = (status: number, but: Partial<Record<Role, number>> = {}) => everyone(401, { owner: status, apiKey: status, readKey: 'as-owner', colleague: status, namedColleague: status, otherWorkspace: status, ...but });
/** The workspace's own: another workspace’s is not there. */
const workspace = (status: number, but: Partial<Record<Role, number>> = {}) => signedIn(status, { otherWorkspace: 404, ...but });
/** The owner's, and whose session it is: a colleague may look, not touch, and who was named its host may host it and no more. */
const organizersOnly = (status: number) => workspace(status, { colleague: 403, namedColleague: 403 });
/** Not about a session, but the workspace itself. */
const ownersOnly = (status: number, but: Partial<Record<Role, number>> = {}) => workspace(status, { colleague: 403, namedColleague: 403, ...but });
/** What a host does: a member whom the organizer named as one may, too. */
const hostsOnly = (status: number) => workspace(status, { colleague: 403 });
/** Whoever holds the personal link; nothing else counts. */
const linkOnly = (status: number) => everyone(404, { registrant: status, otherRegistrant: status });

/** Scheduled by the owner, with a named member as its second host. */
const fresh = async ({ house, owner, named }: World): Promise<SessionAnswer> => {
  const session = (await house.http.post('/api/sessions').set(house.as(owner)).send(draft())).body as SessionAnswer;
  await house.http.post(`/api/sessions/${session.id}/team`).set(house.as(owner)).send({ role: 'host', userId: named.userId });
  return session;
};
const unnamed = async ({ house, owner }: World): Promise<SessionAnswer> => (await house.http.post('/api/sessions').set(house.as(owner)).send(draft())).body as SessionAnswer;
const teammate = async (world: World): Promise<string> => {
  const { house, owner } = world;
  const { id } = await fresh(world);
  return `/api/sessions/${id}/team/${(await house.http.post(`/api/sessions/${id}/team`).set(house.as(owner)).send({ role: 'speaker', name: 'Someone', email: someone() })).body.id}`;
};
/** A registrant of a session of the owner's, made for this one question. */
const registered = async ({ house, owner }: World): Promise<string> => {
  const { id } = (await house.http.post('/api/sessions').set(house.as(owner)).send({ ...draft(), registration: { fields: [] } })).body as SessionAnswer;
  const { body } = await house.http.post(`/api/sessions/${id}/registrations`).set(house.as(owner)).send({ name: 'Someone', email: someone() });
  return `/api/sessions/${id}/registrations/${body.id}`;
};
const pictured = async (world: World): Promise<SessionAnswer & { picture: { path: string } }> => {
  const { house, owner } = world;
  const { id, version } = await fresh(world);
  return (await house.http.put(`/api/sessions/${id}/picture`).set({ ...house.as(owner), 'if-match': `"${version}"` }).send({ image: PICTURES.png.toString('base64'), alt: 'A bowl' })).body;
};
const started = async (world: World): Promise<SessionAnswer> => {
  const session = await fresh(world);
  await world.house.http.post(`/api/sessions/${session.id}/start`).set(world.house.as(world.owner));
  return session;
};
let counter = 0;
const someone = (): string => `someone${(counter += 1)}@example.org`;

const deciding = (path: string, verb: string): Request => ({ method: 'post', path: path.replace(/[^/]+$/, verb), body: { ids: [path.split('/').at(-1)!] } });

/** Belongs to the owner's workspace. */
const member = async ({ house, owner }: World): Promise<string> => {
  const { userId } = await house.organizer(`Member${(counter += 1)}`);
  await house.database.query(`update identity.member set "organizationId" = $1, role = 'member' where "userId" = $2`, [owner.workspaceId, userId]);
  return userId;
};
/** Its id, which is no token. */
const invitation = async ({ house, owner }: World): Promise<string> => (await house.http.post('/api/identity/invitations').set(house.as(owner)).send({ email: someone(), role: 'host' })).body.id as string;

/** Registered anew for what uses the registration up; without a link it stays a word without meaning. */
const ownLink = async (world: World, role: Role): Promise<string> => (linkOnly(1)[role] === 1 ? world.house.register(world.session.slug, someone()) : world.link(role));

/** The table of rights over HTTP: every operation of `client/openapi.json` × every role. */
export const OPERATIONS: Record<string, Operation> = {
  signUp: { ask: () => ({ method: 'post', path: '/api/identity/sign-up', body: { name: 'Someone', email: someone(), password: 'correct horse' } }), answers: everyone(201) },
  signIn: { ask: () => ({ method: 'post', path: '/api/identity/sign-in', body: { email: 'stranger@example.org', password: 'correct horse' } }), answers: everyone(200) },
  signOut: {
    // Whoever has a session ends a fresh one, or they would be gone for the rest of the table.
    ask: async ({ house, headers }, role) => {
      const cookie = headers(role)['cookie']?.includes('foyer-organizer') ? cookiesOf(await house.http.post('/api/identity/sign-in').send({ email: 'stranger@example.org', password: 'correct horse' })) : undefined;
      return { method: 'post', path: '/api/identity/sign-out', ...(cookie && { headers: { cookie } }) };
    },
    answers: everyone(204),
  },
  listMembers: { ask: () => ({ method: 'get', path: '/api/identity/members' }), answers: signedIn(200) },
  setMemberRole: { ask: async (world) => ({ method: 'patch', path: `/api/identity/members/${await member(world)}`, body: { role: 'owner' } }), answers: ownersOnly(204) },
  removeMember: { ask: async (world) => ({ method: 'delete', path: `/api/identity/members/${await member(world)}` }), answers: ownersOnly(204) },
  inviteMember: { ask: () => ({ method: 'post', path: '/api/identity/invitations', body: { email: someone(), role: 'host' } }), answers: ownersOnly(201, { otherWorkspace: 201 }) },
  listInvitations: { ask: () => ({ method: 'get', path: '/api/identity/invitations' }), answers: signedIn(200) },
  takeBackInvitation: { ask: async (world) => ({ method: 'delete', path: `/api/identity/invitations/${await invitation(world)}` }), answers: ownersOnly(204) },
  lookAtInvitation: { ask: async (world) => ({ method: 'post', path: '/api/identity/invitations/look', body: { token: await invitation(world) } }), answers: everyone(410) },
  acceptInvitation: { ask: async (world) => ({ method: 'post', path: '/api/identity/invitations/accept', body: { token: await invitation(world), name: 'Someone', password: 'correct horse' } }), answers: everyone(410) },
  listWorkspaces: { ask: () => ({ method: 'get', path: '/api/identity/workspaces' }), answers: signedIn(200) },
  goToWorkspace: { ask: ({ owner }) => ({ method: 'put', path: '/api/identity/workspace', body: { workspaceId: owner.workspaceId } }), answers: workspace(200, { apiKey: 403 }) },
  renameWorkspace: { ask: () => ({ method: 'patch', path: '/api/identity/workspace', body: { name: 'A workspace' } }), answers: ownersOnly(204, { otherWorkspace: 204 }) },
  readLook: { ask: () => ({ method: 'get', path: '/api/identity/workspace/look' }), answers: signedIn(200) },
  chooseLook: { ask: () => ({ method: 'put', path: '/api/identity/workspace/look', body: { accent: '#7a1f5c' } }), answers: ownersOnly(204, { otherWorkspace: 204 }) },
  askForSignInLink: { ask: () => ({ method: 'post', path: '/api/identity/sign-in-link', body: { email: someone() } }), answers: everyone(202) },
  signInByLink: { ask: () => ({ method: 'post', path: '/api/identity/sign-in-by-link', body: { token: 'x'.repeat(32) } }), answers: everyone(410) },
  confirmAddress: { ask: () => ({ method: 'post', path: '/api/identity/confirm-address', body: { token: 'x'.repeat(32) } }), answers: everyone(410) },
  askForConfirmation: { ask: () => ({ method: 'post', path: '/api/identity/confirmation' }), answers: signedIn(202) },
  changePassword: { ask: () => ({ method: 'put', path: '/api/identity/password', body: { current: 'not this one', password: 'another engine' } }), answers: signedIn(422) },
  devices: { ask: () => ({ method: 'get', path: '/api/identity/devices' }), answers: signedIn(200) },
  signOutDevice: {
    ask: async ({ house, owner }) => {
      await house.http.post('/api/identity/sign-in').send({ email: 'owner@example.org', password: 'correct horse' });
      const { items } = (await house.http.get('/api/identity/devices').set(house.as(owner))).body as { items: { id: string }[] };
      return { method: 'delete', path: `/api/identity/devices/${items[0]!.id}` };
    },
    answers: signedIn(204, { colleague: 404, namedColleague: 404, otherWorkspace: 404 }),
  },
  me: { ask: () => ({ method: 'get', path: '/api/identity/me' }), answers: signedIn(200) },
  makeApiKey: { ask: () => ({ method: 'post', path: '/api/identity/api-keys', body: { name: 'a key' } }), answers: signedIn(201) },
  apiKeys: { ask: () => ({ method: 'get', path: '/api/identity/api-keys' }), answers: signedIn(200) },
  revokeApiKey: {
    ask: async ({ house, owner }) => ({ method: 'delete', path: `/api/identity/api-keys/${(await house.http.post('/api/identity/api-keys').set(house.as(owner)).send({ name: 'to go' })).body.id}` }),
    answers: workspace(204, { colleague: 404, namedColleague: 404 }),
  },

  foreseeLeaving: { ask: () => ({ method: 'get', path: '/api/account/leaving' }), answers: signedIn(200) },
  // Nobody goes for good in the middle of the table: the address that was typed is not theirs.
  leaveForGood: { ask: () => ({ method: 'post', path: '/api/account/leave', body: { email: 'somebody.else@example.org' } }), answers: signedIn(422, { apiKey: 403 }) },
  listSessions: { ask: () => ({ method: 'get', path: '/api/sessions' }), answers: signedIn(200) },
  scheduleSession: { ask: () => ({ method: 'post', path: '/api/sessions', body: draft() }), answers: signedIn(201) },
  readSession: { ask: ({ session }) => ({ method: 'get', path: `/api/sessions/${session.id}` }), answers: workspace(200) },
  editSession: { ask: async (world) => ({ method: 'patch', path: `/api/sessions/${(await fresh(world)).id}`, body: { title: 'Mine' }, headers: { 'if-match': '"1"' } }), answers: organizersOnly(200) },
  deleteSession: { ask: async (world) => ({ method: 'delete', path: `/api/sessions/${(await unnamed(world)).id}` }), answers: organizersOnly(204) },
  duplicateSession: { ask: ({ session }) => ({ method: 'post', path: `/api/sessions/${session.id}/duplicate`, body: { wallTime: '2035-07-01T15:00' } }), answers: workspace(201) },
  showPicture: { ask: async (world) => ({ method: 'put', path: `/api/sessions/${(await fresh(world)).id}/picture`, body: { image: PICTURES.png.toString('base64'), alt: null }, headers: { 'if-match': '"1"' } }), answers: organizersOnly(200) },
  removePicture: { ask: async (world) => ({ method: 'delete', path: `/api/sessions/${(await pictured(world)).id}/picture`, headers: { 'if-match': '"2"' } }), answers: organizersOnly(200) },
  readPicture: { ask: async (world) => ({ method: 'get', path: (await pictured(world)).picture.path }), answers: everyone(200) },
  startSession: { ask: async (world) => ({ method: 'post', path: `/api/sessions/${(await fresh(world)).id}/start` }), answers: hostsOnly(200) },
  stopCountdown: { ask: async (world) => ({ method: 'post', path: `/api/sessions/${(await fresh(world)).id}/stop-countdown` }), answers: hostsOnly(200) },
  endSession: { ask: async (world) => ({ method: 'post', path: `/api/sessions/${(await started(world)).id}/end` }), answers: hostsOnly(200) },
  cancelSession: { ask: async (world) => ({ method: 'post', path: `/api/sessions/${(await fresh(world)).id}/cancel` }), answers: organizersOnly(200) },
  listTeam: { ask: ({ session }) => ({ method: 'get', path: `/api/sessions/${session.id}/team` }), answers: workspace(200) },
  nameTeammate: { ask: async (world) => ({ method: 'post', path: `/api/sessions/${(await fresh(world)).id}/team`, body: { role: 'speaker', name: 'Someone', email: someone() } }), answers: organizersOnly(201) },
  sendTeammateLinkAgain: { ask: async (world) => ({ method: 'post', path: `${await teammate(world)}/send-again` }), answers: organizersOnly(200) },
  rotateTeammateLink: { ask: async (world) => ({ method: 'post', path: `${await teammate(world)}/rotate-link` }), answers: organizersOnly(200) },
  removeTeammate: { ask: async (world) => ({ method: 'delete', path: await teammate(world) }), answers: organizersOnly(204) },
  readSteward: { ask: ({ session }) => ({ method: 'get', path: `/api/sessions/${session.id}/steward` }), answers: workspace(200) },
  nameSteward: { ask: async (world) => ({ method: 'put', path: `/api/sessions/${(await fresh(world)).id}/steward`, body: { email: 'named@example.org' } }), answers: organizersOnly(200) },
  listRegistrations: { ask: ({ session }) => ({ method: 'get', path: `/api/sessions/${session.id}/registrations` }), answers: workspace(200) },
  exportRegistrations: { ask: ({ session }) => ({ method: 'get', path: `/api/sessions/${session.id}/registrations.csv` }), answers: workspace(200) },
  importRegistrations: { ask: async (world) => ({ method: 'post', path: (await registered(world)).replace(/[^/]+$/, 'import'), body: { csv: `name,e-mail\nSomeone,${someone()}`, dryRun: false } }), answers: organizersOnly(200) },
  addRegistration: { ask: async (world) => ({ method: 'post', path: (await registered(world)).replace(/\/[^/]+$/, ''), body: { name: 'Someone', email: someone() } }), answers: organizersOnly(201) },
  readRegistration: { ask: async (world) => ({ method: 'get', path: await registered(world) }), answers: workspace(200) },
  correctRegistration: { ask: async (world) => ({ method: 'patch', path: await registered(world), body: { name: 'Somebody' }, headers: { 'if-match': '"1"' } }), answers: organizersOnly(200) },
  sendRegistrantLinkAgain: { ask: async (world) => ({ method: 'post', path: `${await registered(world)}/send-again` }), answers: organizersOnly(200) },
  rotateRegistrantLink: { ask: async (world) => ({ method: 'post', path: `${await registered(world)}/rotate-link` }), answers: organizersOnly(200) },
  revokeRegistration: { ask: async (world) => ({ method: 'post', path: `${await registered(world)}/revoke` }), answers: organizersOnly(200) },
  restoreRegistration: { ask: async (world) => ({ method: 'post', path: `${await registered(world)}/restore` }), answers: organizersOnly(200) },
  eraseRegistration: { ask: async (world) => ({ method: 'delete', path: await registered(world) }), answers: organizersOnly(204) },
  readStory: { ask: async ({ house, session, owner }) => ({ method: 'get', path: `/api/sessions/${session.id}/registrations/${(await house.http.get(`/api/sessions/${session.id}/registrations`).set(house.as(owner))).body.items[0].id}/story` }), answers: workspace(200) },
  approveRegistrations: { ask: async (world) => deciding(await registered(world), 'approve'), answers: organizersOnly(200) },
  denyRegistrations: { ask: async (world) => deciding(await registered(world), 'deny'), answers: organizersOnly(200) },
  exportChat: { ask: ({ session }) => ({ method: 'get', path: `/api/sessions/${session.id}/chat` }), answers: workspace(200) },
  exportQuestions: { ask: ({ session }) => ({ method: 'get', path: `/api/sessions/${session.id}/questions` }), answers: workspace(200) },
  exportPolls: { ask: ({ session }) => ({ method: 'get', path: `/api/sessions/${session.id}/polls` }), answers: workspace(200) },
  listRecordings: { ask: ({ session }) => ({ method: 'get', path: `/api/sessions/${session.id}/recordings` }), answers: workspace(200) },
  downloadRecording: { ask: ({ session }) => ({ method: 'get', path: `/api/sessions/${session.id}/recordings/00000000-0000-4000-8000-000000000000` }), answers: workspace(404) },
  // Who may see nothing is told of nothing; `recording.spec.ts` looks into what there is.
  listRecordingsOfSeat: { ask: ({ session }) => ({ method: 'get', path: `/api/join/${session.slug}/recordings` }), answers: everyone(200) },
  downloadRecordingOfSeat: { ask: ({ session }) => ({ method: 'get', path: `/api/join/${session.slug}/recordings/00000000-0000-4000-8000-000000000000` }), answers: everyone(404) },
  readAttendance: { ask: ({ session }) => ({ method: 'get', path: `/api/sessions/${session.id}/attendance` }), answers: workspace(200) },
  listDeliveries: { ask: ({ session }) => ({ method: 'get', path: `/api/sessions/${session.id}/deliveries` }), answers: workspace(200) },
  foreseeChange: { ask: ({ session }) => ({ method: 'post', path: `/api/sessions/${session.id}/foresee`, body: { durationMinutes: 45 } }), answers: workspace(200) },
  readReminders: { ask: ({ session }) => ({ method: 'get', path: `/api/sessions/${session.id}/reminders` }), answers: workspace(200) },
  testMail: { ask: () => ({ method: 'post', path: '/api/mail-test' }), answers: signedIn(200) },
  setReminders: { ask: ({ session }) => ({ method: 'put', path: `/api/sessions/${session.id}/reminders`, body: { minutesBefore: [60] } }), answers: organizersOnly(200) },
  sessionLock: { ask: async (world) => ({ method: 'get', path: `/api/sessions/${(await fresh(world)).id}/lock` }), answers: workspace(200) },
  lockSession: { ask: async (world) => ({ method: 'put', path: `/api/sessions/${(await fresh(world)).id}/lock`, body: { locked: true } }), answers: hostsOnly(200) },
  enterAsHost: { ask: async (world) => ({ method: 'post', path: `/api/sessions/${(await fresh(world)).id}/enter`, body: {} }), answers: workspace(200, { colleague: 404 }) },

  readPublicSession: { ask: ({ session }) => ({ method: 'get', path: `/api/public/sessions/${session.slug}` }), answers: everyone(200) },
  register: { ask: ({ session }) => ({ method: 'post', path: `/api/public/sessions/${session.slug}/registrations`, body: { email: someone(), name: 'Someone' } }), answers: everyone(202) },

  readOwnRegistration: { ask: (world, role) => ({ method: 'post', path: '/api/registrant/read', body: { token: world.link(role) } }), answers: linkOnly(200) },
  changeOwnRegistration: { ask: (world, role) => ({ method: 'post', path: '/api/registrant/change', body: { token: world.link(role), name: 'Renamed' } }), answers: linkOnly(200) },
  acceptOffer: { ask: async (world, role) => ({ method: 'post', path: '/api/registrant/accept', body: { token: await ownLink(world, role) } }), answers: linkOnly(200) },
  withdrawOwnRegistration: { ask: async (world, role) => ({ method: 'post', path: '/api/registrant/withdraw', body: { token: await ownLink(world, role) } }), answers: linkOnly(200) },
  sendOwnLinkAgain: { ask: (world, role) => ({ method: 'post', path: '/api/registrant/send-again', body: { token: world.link(role) } }), answers: linkOnly(202) },
  exportOwnData: { ask: (world, role) => ({ method: 'post', path: '/api/registrant/export', body: { token: world.link(role) } }), answers: linkOnly(200) },
  eraseOwnData: { ask: async (world, role) => ({ method: 'post', path: '/api/registrant/erase', body: { token: await ownLink(world, role) } }), answers: linkOnly(204) },

  resolveEntry: { ask: ({ session }) => ({ method: 'post', path: '/api/join/resolve', body: { slug: session.slug } }), answers: everyone(200) },
  // Into a session that wants a registration, by its address: the seat's cookie of a registrant and of the team is enough, an organizer's is not.
  join: { ask: ({ session }) => ({ method: 'post', path: '/api/join', body: { slug: session.slug, name: 'Me', moveHere: true } }), answers: everyone(403, { registrant: 200, namedHost: 200, speaker: 200, owner: 200, apiKey: 200 }) },
  // A host's seat is come back to by whoever is still signed in as that host, and has the seat's cookie.
  returnToSeat: {
    ask: async ({ house, owner, session }, role) => ({
      method: 'post', path: '/api/join/return', body: { slug: session.slug },
      ...(role === 'hostSeat' && { headers: { cookie: cookiesOf(await house.http.post(`/api/sessions/${session.id}/enter`).set(house.as(owner)).send({ moveHere: true })) } }),
    }),
    answers: everyone(401, { registrant: 200, namedHost: 200, speaker: 200 }),
  },
  reportStep: { ask: (world, role) => ({ method: 'post', path: '/api/join/report', body: { token: world.link(role), what: 'opened' } }), answers: linkOnly(204) },
  listIceServers: { ask: () => ({ method: 'get', path: '/api/join/ice' }), answers: everyone(200) },
};
