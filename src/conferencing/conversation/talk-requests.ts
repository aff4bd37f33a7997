import { REACTIONS, type ChatTo, type Question, type Reaction, type TalkRequest } from '../../../client/protocol.js';
import { MOST_OPTIONS } from './model/ballot.js';

/** One of the conversation's requests, by its type. */
export type Asked<Type extends TalkRequest['type']> = Extract<TalkRequest, { type: Type }>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TO: readonly ChatTo[] = ['everyone', 'team', 'hosts', 'direct'];
const SETTLED: readonly Question['status'][] = ['open', 'answered', 'dismissed'];
/** In a browser's counting (UTF-16). */
const MOST = { chat: 1000, question: 300, answer: 600, poll: 200, option: 100 };

const isId = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);
const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;
const isNumber = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 31;
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

/** What each request looks like; anything else is none. */
export const TALK_SHAPES: { [Type in TalkRequest['type']]: (message: Asked<Type>) => boolean } = {
  'catch-up': ({ since }) => isNumber(since),
  earlier: ({ before }) => isNumber(before),
  say: ({ message, to, toSeat, text }) => isId(message) && TO.includes(to) && (toSeat === undefined || isId(toSeat)) && isText(text, MOST.chat),
  'take-back': ({ message }) => isId(message),
  'raise-hand': () => true,
  'lower-hand': ({ seatId }) => seatId === undefined || isId(seatId),
  'lower-hands': () => true,
  ask: ({ question, text, anonymous }) => isId(question) && isText(text, MOST.question) && isFlag(anonymous),
  vote: ({ question, vote }) => isId(question) && isFlag(vote),
  settle: ({ question, status, answer }) => isId(question) && SETTLED.includes(status) && (answer === undefined || isText(answer, MOST.answer)),
  'question-rules': ({ anonymous }) => isFlag(anonymous),
  'make-poll': ({ poll, question, options, multiple }) =>
    isId(poll) && isText(question, MOST.poll) && Array.isArray(options) && options.length >= 2 && options.length <= MOST_OPTIONS && options.every((one) => isText(one, MOST.option)) && isFlag(multiple),
  'turn-poll': ({ poll, status }) => isId(poll) && ['open', 'closed', 'dropped'].includes(status),
  'share-poll': ({ poll, shared }) => isId(poll) && isFlag(shared),
  cast: ({ poll, choices }) => isId(poll) && Array.isArray(choices) && choices.length <= MOST_OPTIONS && choices.every(isNumber),
  react: ({ emoji }) => REACTIONS.includes(emoji as Reaction),
};
