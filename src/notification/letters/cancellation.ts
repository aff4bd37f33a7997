import type { Letter, LetterData } from './letter.js';
import { onPaper } from './on-paper.js';
import { sheet } from './sheet.js';

/** It will not take place, or not with this person. No link leads anywhere any more, so none is given. */
export const cancellation = (data: LetterData): Letter =>
  onPaper(sheet({ ...data, joinUrl: null }, ({ cancellation: say }, { title, host }) => ({
    ...(data.cancelled === 'registration' ? { subject: say.subjectRegistration(title), heading: say.headingRegistration, lead: say.leadRegistration }
      : data.cancelled === 'denied' ? { subject: say.subjectRegistration(title), heading: say.headingDenied, lead: say.leadDenied(host) }
      : data.cancelled === 'revoked' ? { subject: say.subjectRegistration(title), heading: say.headingRevoked, lead: say.leadRevoked(host) }
      : data.cancelled === 'team' ? { subject: say.subjectTeam(title), heading: say.headingTeam, lead: say.leadTeam(host) }
      : { subject: say.subject(title), heading: say.heading, lead: data.to === 'host' ? say.leadForHost : say.lead(host) }),
    with: { off: true },
  })));
