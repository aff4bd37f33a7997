import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RateLimit } from '../platform/http/rate-limit.js';
import { AcceptOffer } from './accept-offer.js';
import { ChangeRegistration } from './change-registration.js';
import { EraseOwnData } from './erase-own-data.js';
import { OwnRegistration } from './own-registration.js';
import { AskedAgainAnswer, ChangeBody, LinkBody, OwnRegistrationAnswer } from './registrant.dto.js';
import { SendOwnLinkAgain } from './send-own-link-again.js';
import { WithdrawRegistration } from './withdraw-registration.js';

/**
 * What a registrant may do about themselves, with the personal link from any of their mails and nothing else.
 * The token stands in bodies only, so in no log and no history; no cookie is honoured, so none can be abused.
 */
@ApiTags('registrant')
@Controller('api/registrant')
export class RegistrantController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly limit: RateLimit,
  ) {}

  @ApiOperation({ operationId: 'readOwnRegistration', summary: 'A registration, by its personal link; changes nothing' })
  @ApiOkResponse({ type: OwnRegistrationAnswer })
  @HttpCode(200)
  @Post('read')
  async read(@Body() { token }: LinkBody, @Req() request: FastifyRequest): Promise<OwnRegistrationAnswer> {
    await this.notTooOften(request);
    return this.queries.execute(new OwnRegistration(token));
  }

  @ApiOperation({ operationId: 'changeOwnRegistration', summary: 'Change name, answers, time zone or language; what stays as it was is not judged again' })
  @ApiOkResponse({ type: OwnRegistrationAnswer })
  @HttpCode(200)
  @Post('change')
  async change(@Body() { token, ...wish }: ChangeBody, @Req() request: FastifyRequest): Promise<OwnRegistrationAnswer> {
    await this.notTooOften(request);
    await this.commands.execute(new ChangeRegistration(token, wish));
    return this.queries.execute(new OwnRegistration(token));
  }

  @ApiOperation({ operationId: 'acceptOffer', summary: 'Take the seat that is held for who was first in line; done twice it is done once' })
  @ApiOkResponse({ type: OwnRegistrationAnswer })
  @HttpCode(200)
  @Post('accept')
  async accept(@Body() { token }: LinkBody, @Req() request: FastifyRequest): Promise<OwnRegistrationAnswer> {
    await this.notTooOften(request);
    await this.commands.execute(new AcceptOffer(token));
    return this.queries.execute(new OwnRegistration(token));
  }

  @ApiOperation({ operationId: 'withdrawOwnRegistration', summary: 'Give the seat up; done twice it is done once' })
  @ApiOkResponse({ type: OwnRegistrationAnswer })
  @HttpCode(200)
  @Post('withdraw')
  async withdraw(@Body() { token }: LinkBody, @Req() request: FastifyRequest): Promise<OwnRegistrationAnswer> {
    await this.notTooOften(request);
    await this.commands.execute(new WithdrawRegistration(token));
    return this.queries.execute(new OwnRegistration(token));
  }

  @ApiOperation({ operationId: 'sendOwnLinkAgain', summary: 'The link once more, to the mailbox that registered' })
  @ApiAcceptedResponse({ type: AskedAgainAnswer })
  @HttpCode(202)
  @Post('send-again')
  async sendAgain(@Body() { token }: LinkBody, @Req() request: FastifyRequest): Promise<AskedAgainAnswer> {
    await this.notTooOften(request);
    await this.limit.spend('own-link-again', token, { most: 6, seconds: 3_600 });
    await this.commands.execute(new SendOwnLinkAgain(token));
    return { outcome: 'check-your-email' };
  }

  @ApiOperation({ operationId: 'eraseOwnData', summary: 'Forget who it was, everywhere; the seat and the link go with it' })
  @ApiNoContentResponse()
  @HttpCode(204)
  @Post('erase')
  async erase(@Body() { token }: LinkBody, @Req() request: FastifyRequest): Promise<void> {
    await this.notTooOften(request);
    await this.commands.execute(new EraseOwnData(token));
  }

  /** An office behind one address is many people; guessing tokens takes more than a lifetime anyhow. */
  private notTooOften(request: FastifyRequest): Promise<void> {
    return this.limit.spend('registrant', request.ip, { most: 600, seconds: 60 });
  }
}
