import type { Kind, Moderation, ModerationRequest, Role } from '../../../client/protocol.ts';
import type { Words } from '../../words/en.ts';

/** Whom a host may decide about: somebody of the list, or of the audience that is not listed. */
export interface Decidable {
  seatId: string;
  name: string;
  role: Role;
  onStage: boolean;
  silenced?: Kind[];
}

type Sentences = Words['moderation'];

/** One line of the menu beside a name. */
export interface Choice {
  label: string;
  request: ModerationRequest;
  told: string;
  /** Asked once more before it is done. */
  ask?: 'remove' | 'ban';
}

/** What a host may decide about somebody as things are: only what would change something. */
export function choicesFor(one: Decidable, { invitations = [] }: Pick<Moderation, 'invitations'>, live: boolean, words: Sentences): Choice[] {
  const { seatId, name, onStage, silenced = [] } = one;
  const choices: Choice[] = [];
  const offer = (label: string, request: ModerationRequest, told: string, ask?: Choice['ask']): void => void choices.push({ label, request, told, ...(ask && { ask }) });
  const silence = (kind: Kind, on: boolean): ModerationRequest => ({ type: 'silence', seatId, kind, silenced: on });

  if (silenced.includes('audio')) offer(words.letSpeak, silence('audio', false), words.maySpeak(name));
  else if (onStage) offer(words.mute, silence('audio', true), words.isMuted(name));
  if (silenced.includes('video')) offer(words.letShow, silence('video', false), words.mayShow(name));
  else if (onStage) offer(words.stopVideo, silence('video', true), words.isStopped(name));
  if (one.role === 'host') return choices;

  const invited = invitations.some((each) => each.seatId === seatId && each.answer === 'awaited');
  if (onStage) offer(words.takeOff, { type: 'take-off-stage', seatId }, words.isOff(name));
  else if (invited) offer(words.takeBack, { type: 'take-off-stage', seatId }, words.isTakenBack(name));
  else if (live) offer(words.invite, { type: 'invite', seatId }, words.isInvited(name));
  offer(words.remove, { type: 'remove', seatId }, words.isRemoved(name), 'remove');
  offer(words.ban, { type: 'ban', seatId }, words.isBanned(name), 'ban');
  return choices;
}
