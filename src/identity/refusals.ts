import { isAPIError } from 'better-auth/api';
import { Forbidden, Invalid, NotNow, Refusal } from '../platform/model/refusal.js';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './better-auth.js';

export const signUpClosed = (): Refusal => new Forbidden('sign-up-closed', 'New accounts are not open here. Ask whoever runs this site.');

export const deadLink = (): Refusal => new Refusal('dead-link', 'This link does not work any more: it was used, or it is too old. Ask for a new one.', 410);

export const wrongPassword = (pointer = '/current'): Refusal => Invalid.at(pointer, 'wrong-password', 'That is not your password.');

/** The library tells of a dead link by sending the browser elsewhere. */
export const isRedirect = (error: unknown): boolean => isAPIError(error) && error.status === 'FOUND';

export const wrongCredentials = (): Refusal => new Refusal('wrong-credentials', 'That address and password do not fit together.', 401);

/** The library's refusals in the house's words; what is not its refusal is left as it is. */
export function inOurWords(error: unknown): unknown {
  if (!isAPIError(error)) return error;
  const { code, message = '' } = (error.body ?? {}) as { code?: string; message?: string };
  switch (code) {
    // It is stricter about addresses than we are: what it cannot take is its sender's to mend.
    case 'VALIDATION_ERROR':
      return Invalid.at(`/${/\[body\.(\w+)\]/.exec(message)?.[1] ?? 'email'}`, 'is-email', 'This does not look like an e-mail address.');
    case 'INVALID_EMAIL':
      return Invalid.at('/email', 'is-email', 'This does not look like an e-mail address.');
    case 'INVALID_PASSWORD':
    case 'PASSWORD_TOO_SHORT':
    case 'PASSWORD_TOO_LONG':
      return Invalid.at('/password', 'is-length', `A password has ${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters.`);
    case 'USER_ALREADY_EXISTS':
    case 'USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL':
      return new Refusal('address-taken', 'There is already an account with this address. Sign in instead.');
    case 'INVALID_EMAIL_OR_PASSWORD':
      return wrongCredentials();
    default:
      // What remains is the library's cloak over an error of the database, which it has logged.
      return new NotNow();
  }
}
