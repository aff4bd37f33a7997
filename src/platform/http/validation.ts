import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Invalid, type Mistake } from '../model/refusal.js';

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const mistakesIn = (errors: readonly ValidationError[], above = ''): Mistake[] =>
  errors.flatMap((error) => {
    const pointer = `${above}/${error.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, text]) => ({
      pointer,
      code: rule.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase(),
      detail: sentence(text),
    }));
    // What is no list at all has no wrong members.
    return own.length > 0 ? own.slice(0, 1) : mistakesIn(error.children ?? [], pointer);
  });

/** Bodies are checked by their DTO class before any handler sees them; what is not named there is refused. */
export const bodyValidation = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new Invalid(mistakesIn(errors)),
  });
