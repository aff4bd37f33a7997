import type { Words } from '../words/en.js';

/** Who reads the page: in which words, and how dates are written for them. */
export interface Reader {
  words: Words;
  /** BCP 47, of the language of the words. */
  locale: string;
}

/** What anyone with the address may know of a session; the shape of `GET /api/public/sessions/{slug}`. */
export interface PublicSession {
  id: string;
  slug: string;
  title: string;
  description: string;
  hostName: string;
  /** The colour of its workspace; null for the house's own. */
  accent: string | null;
  /** `path` on this server; `alt` is null where it only decorates. */
  picture: { path: string; width: number; height: number; alt: string | null } | null;
  theme: 'meeting' | 'workshop' | 'webinar';
  when: { wallTime: string; timeZone: string; durationMinutes: number; startsAt: string; endsAt: string };
  status: 'scheduled' | 'live' | 'ended' | 'cancelled';
  phase: 'upcoming' | 'ready' | 'live' | 'ended' | 'cancelled' | 'missed';
  /** Who registers, or joins without a registration, is asked for a passcode. */
  passcode: boolean;
  registration: { fields: PublicField[]; open: boolean; approval: boolean; closesAt: string | null } | null;
}

/** How a session takes people in; of one person it tells nothing. */
export type Standing = 'confirmed' | 'pending' | 'waitlisted';
export const STANDINGS: readonly Standing[] = ['confirmed', 'pending', 'waitlisted'];

/** One question of the registration form beside e-mail and name. */
export interface PublicField {
  key: string;
  label: string;
  help: string;
  kind: 'short-text' | 'long-text' | 'choice' | 'choices' | 'checkbox' | 'phone' | 'url' | 'number' | 'date';
  required: boolean;
  options: string[];
  /** Asked only of who has given this answer to an earlier question; `true` is a tick. */
  when?: { key: string; is: string };
}

/** What was wrong with what somebody sent, as problem+json tells it. */
export interface FormProblem {
  title?: string;
  detail?: string;
  code?: string;
  errors?: readonly { pointer: string; code: string; detail: string }[];
}

/** What somebody typed, by the names of the form: `email`, `name`, `answers.<key>`. */
export type TypedValues = Readonly<Record<string, string | readonly string[]>>;
