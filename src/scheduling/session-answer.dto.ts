import { ApiProperty } from '@nestjs/swagger';
import { FarewellAnswer, FieldAnswer, PictureAnswer, WhenAnswer } from '../platform/http/answers.dto.js';
import { PHASES, RECORDINGS, THEMES, phaseOf, shownPicture, type Phase, type Recording, type SessionStatus, type Theme } from './events.js';
import type { Session } from './model/session.js';

export class ClosingAnswer {
  /** In the session's zone. */
  wallTime!: string;
  /** The instant that it was when it was set (ISO 8601, UTC). */
  at!: string;
}

/** A question that the form does not ask any more, or not in these words. */
export class FormerFieldAnswer extends FieldAnswer {
  /** Who registered before has answered it so (ISO 8601, UTC). */
  until!: string;
}

export class RegistrationPageAnswer {
  @ApiProperty({ type: [FieldAnswer] }) fields!: FieldAnswer[];
  /** What it asked once, oldest first: the words of answers that are older. */
  @ApiProperty({ type: [FormerFieldAnswer] }) askedBefore!: FormerFieldAnswer[];
  /** Whether each registration waits for the organizer's word. */
  approval!: boolean;
  /** So many registrants have a seat, the others wait in line; null for no limit. */
  @ApiProperty({ type: 'integer', nullable: true }) capacity!: number | null;
  /** Who is first in line for a freed seat is offered it for so many hours; null: it is theirs at once. */
  @ApiProperty({ type: 'integer', nullable: true }) waitlistOfferHours!: number | null;
  /** When registering closes; null: with the session. */
  @ApiProperty({ type: ClosingAnswer, nullable: true }) closing!: ClosingAnswer | null;
}

/** A session, as its organizers see it. */
export class SessionAnswer {
  id!: string;
  slug!: string;
  title!: string;
  description!: string;
  @ApiProperty({ enum: THEMES }) theme!: Theme;
  @ApiProperty({ enum: ['scheduled', 'live', 'ended', 'cancelled'] }) status!: SessionStatus;
  /** What the status means at this moment: `ready` from 30 minutes before the start, `missed` an hour after an end without a start. */
  @ApiProperty({ enum: PHASES }) phase!: Phase;
  when!: WhenAnswer;
  hostName!: string;
  /** Null where anyone with the address may come. */
  @ApiProperty({ type: RegistrationPageAnswer, nullable: true }) registration!: RegistrationPageAnswer | null;
  /** For whoever was there, once it is over; null where nothing is said. */
  @ApiProperty({ type: FarewellAnswer, nullable: true }) farewell!: FarewellAnswer | null;
  /** Whether *Start* counts everyone who waits down before the doors open. */
  countdown!: boolean;
  /** While it counts: when the doors open. */
  @ApiProperty({ type: String, nullable: true }) opensAt!: string | null;
  /** Whether hosts may record it, and who may see what was recorded: the hosts alone, or everyone who was in. */
  @ApiProperty({ enum: RECORDINGS }) recording!: Recording;
  /** Whether who registers, or joins without a registration, is asked for a passcode. */
  passcode!: boolean;
  /** So many of the audience can be in the room at once; null for no limit. */
  @ApiProperty({ type: 'integer', nullable: true }) roomLimit!: number | null;
  /** On the public page; null where there is none. */
  @ApiProperty({ type: PictureAnswer, nullable: true }) picture!: PictureAnswer | null;
  /** Where people register, or come in. */
  publicUrl!: string;
  /** The room's own page. */
  roomUrl!: string;
  version!: number;
  scheduleVersion!: number;
  @ApiProperty({ type: String, nullable: true }) startedAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) endedAt!: string | null;
  createdAt!: string;
}

export class SessionList {
  @ApiProperty({ type: [SessionAnswer] }) items!: SessionAnswer[];
  /** Null on the last page. */
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export function answerOf(session: Session, publicUrl: string, now: Date): SessionAnswer {
  return {
    id: session.id,
    slug: session.slug,
    title: session.title,
    description: session.description,
    theme: session.theme,
    status: session.status,
    phase: phaseOf({ status: session.status, when: session.slot.toJSON() }, now),
    when: session.slot.toJSON(),
    hostName: session.hostName,
    registration: session.form && { fields: session.form, askedBefore: session.askedBefore, approval: session.terms.approval, capacity: session.terms.capacity, waitlistOfferHours: session.terms.waitlistOfferHours ?? null, closing: session.terms.closing },
    farewell: session.farewell,
    countdown: session.countdown,
    opensAt: session.opensAt?.toISOString() ?? null,
    recording: session.recording,
    passcode: session.passcodeHash !== null,
    roomLimit: session.roomLimit,
    picture: shownPicture(session.slug, session.picture),
    publicUrl: `${publicUrl}/s/${session.slug}`,
    roomUrl: `${publicUrl}/room/${session.slug}`,
    version: session.version,
    scheduleVersion: session.scheduleVersion,
    startedAt: session.startedAt?.toISOString() ?? null,
    endedAt: session.endedAt?.toISOString() ?? null,
    createdAt: session.createdAt.toISOString(),
  };
}
