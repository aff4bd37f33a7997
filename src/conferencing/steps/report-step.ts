import { Command, CommandHandler, QueryBus, type ICommandHandler } from '@nestjs/cqrs';
import { hashToken } from '../../platform/config/sealed.js';
import { NotFound } from '../../platform/model/refusal.js';
import { WhomThisLinkAdmits } from '../../registration/events.js';
import { Steps } from './steps.js';

/** Only what a page alone can know. */
export const REPORTED = ['opened', 'device-refused'] as const;

/** A registrant's page tells how far they came. */
export class ReportStep extends Command<void> {
  constructor(
    readonly token: string,
    readonly what: (typeof REPORTED)[number],
    readonly detail: string | null,
  ) {
    super();
  }
}

@CommandHandler(ReportStep)
export class ReportStepHandler implements ICommandHandler<ReportStep> {
  constructor(
    private readonly queries: QueryBus,
    private readonly steps: Steps,
  ) {}

  async execute({ token, what, detail }: ReportStep): Promise<void> {
    const registered = await this.queries.execute(new WhomThisLinkAdmits(hashToken(token)));
    if (!registered) throw new NotFound('link');
    await this.steps.reported(registered, what, detail);
  }
}
