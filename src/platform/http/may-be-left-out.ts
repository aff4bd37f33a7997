import { ValidateIf } from 'class-validator';

/** May be left out, but null is no value of it: `@IsOptional()` would let null through to whoever handles it. */
export const MayBeLeftOut = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
