import { IsBoolean } from 'class-validator';

export class LockBody {
  /** Whoever is new asks to be let in, and a host decides. */
  @IsBoolean()
  locked!: boolean;
}

export class LockAnswer {
  locked!: boolean;
}
