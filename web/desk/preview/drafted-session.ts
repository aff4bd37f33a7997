import type { PublicSession } from '../../public/public-session.js';
import { viewerZone } from '../../kit/times.ts';
import { bodyOf, instantOf, type Draft } from '../draft.ts';

/** What a draft does not say: who hosts it, and the workspace's colour. */
export interface Around {
  hostName: string;
  accent: string | null;
}

/** The public session that a draft would be. What cannot be told yet is as it was at first: a preview refuses nothing. */
export function draftedSession(draft: Draft, { hostName, accent }: Around): PublicSession {
  const { title, description, wallTime, durationMinutes, theme, registration } = bodyOf(draft);
  const at = instantOf(wallTime, draft.timeZone, draft.occurrence);
  const timeZone = at === null ? viewerZone() : bodyOf(draft).timeZone;
  const startsAt = at ?? Date.now();
  const closing = registration?.closing ? instantOf(registration.closing.wallTime, timeZone) : null;
  return {
    id: 'preview',
    slug: 'preview',
    title: title || 'Your title',
    description: description ?? '',
    hostName,
    accent,
    picture: null,
    theme,
    when: {
      wallTime: at === null ? new Date(startsAt).toISOString().slice(0, 16) : wallTime,
      timeZone,
      durationMinutes,
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + Math.min(Math.max(durationMinutes, 1), 1_440) * 60_000).toISOString(),
    },
    status: 'scheduled',
    phase: 'upcoming',
    passcode: draft.asksPasscode,
    registration: registration && {
      open: true,
      approval: draft.approval,
      closesAt: closing === null ? null : new Date(closing).toISOString(),
      fields: registration.fields.map((field, n) => ({
        key: field.key ?? `new-${n}`, label: field.label || 'Your question', help: field.help ?? '', kind: field.kind, required: field.required ?? false, options: field.options ?? [],
        ...(field.when && { when: field.when }),
      })),
    },
  };
}
