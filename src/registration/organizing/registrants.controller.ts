import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Res, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OrganizerOnly } from '../../identity/organizer-only.js';
import { By, type Principal } from '../../identity/principal.js';
import { seenVersion, tagOf } from '../../platform/http/entity-tag.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { Refusal } from '../../platform/model/refusal.js';
import type { Registration } from '../model/registration.js';
import { RegistrantAnswer } from '../registrations.dto.js';
import { AddRegistrant } from './add-registrant.js';
import { CorrectRegistration } from './correct-registration.js';
import { EraseRegistration } from './erase-registration.js';
import { ImportRegistrants } from './import-registrants.js';
import { AddRegistrantBody, CorrectRegistrationBody, ImportAnswer, ImportBody, registrantAnswer } from './organizing.dto.js';
import { RegistrationDetails } from './registration-details.js';
import { RestoreRegistration } from './restore-registration.js';
import { RevokeRegistration } from './revoke-registration.js';
import { RotateRegistrantLink } from './rotate-registrant-link.js';
import { SendRegistrantLinkAgain } from './send-registrant-link-again.js';

const DAY = 86_400;
const NEWCOMERS_LINES = 102;

/** What the organizer may do about one registrant. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions/:id/registrations')
export class RegistrantsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly limit: RateLimit,
  ) {}

  @ApiOperation({ operationId: 'addRegistration', summary: 'Register somebody by hand; their link goes to their mailbox' })
  @ApiCreatedResponse({ type: RegistrantAnswer })
  @Post()
  async add(@By() by: Principal, @Param('id') id: string, @Body() body: AddRegistrantBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<RegistrantAnswer> {
    // Each is a mail to an address that its owner gave nobody here.
    await this.limit.spend('add-registrant', by.workspaceId, { most: by.newcomer ? 50 : 2_000, seconds: DAY });
    const registration = await this.commands.execute(new AddRegistrant(id, { ...body, answers: body.answers ?? {} }, by));
    void reply.header('location', `/api/sessions/${id}/registrations/${registration.id}`);
    return tagged(registration, reply);
  }

  @ApiOperation({ operationId: 'importRegistrations', summary: 'Register the people in a CSV file; a dry run says what would become of each line' })
  @ApiOkResponse({ type: ImportAnswer })
  @HttpCode(200)
  @Post('import')
  async import(@By() by: Principal, @Param('id') id: string, @Body() { csv, dryRun }: ImportBody): Promise<ImportAnswer> {
    // Each line is a mail to an address that its owner gave nobody here; nobody knows a new account yet.
    if (by.newcomer && !dryRun && csv.split('\n').length > NEWCOMERS_LINES) throw new Refusal('too-many-at-once', `In the first week of an account at most ${NEWCOMERS_LINES - 2} people are imported at once.`, 422);
    if (!dryRun) await this.limit.spend('import-registrants', by.workspaceId, { most: by.newcomer ? 2 : 20, seconds: DAY });
    return { dryRun, ...(await this.commands.execute(new ImportRegistrants(id, csv, dryRun, by))) };
  }

  @ApiOperation({ operationId: 'readRegistration', summary: 'One registration, with its version as ETag' })
  @ApiOkResponse({ type: RegistrantAnswer })
  @Get(':registrationId')
  async read(@By() by: Principal, @Param('id') id: string, @Param('registrationId') registrationId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<RegistrantAnswer> {
    return tagged(await this.queries.execute(new RegistrationDetails(id, registrationId, by)), reply);
  }

  @ApiOperation({ operationId: 'correctRegistration', summary: 'Correct name, answers, time zone or language; what stays as it was is not judged again' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that was read' })
  @ApiOkResponse({ type: RegistrantAnswer })
  @Patch(':registrationId')
  async correct(
    @By() by: Principal,
    @Param('id') id: string,
    @Param('registrationId') registrationId: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() wish: CorrectRegistrationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RegistrantAnswer> {
    return tagged(await this.commands.execute(new CorrectRegistration(id, registrationId, wish, seenVersion(ifMatch), by)), reply);
  }

  @ApiOperation({ operationId: 'sendRegistrantLinkAgain', summary: 'Send a registrant their link once more, at most once a minute' })
  @ApiOkResponse({ type: RegistrantAnswer })
  @HttpCode(200)
  @Post(':registrationId/send-again')
  async sendAgain(@By() by: Principal, @Param('id') id: string, @Param('registrationId') registrationId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<RegistrantAnswer> {
    return tagged(await this.commands.execute(new SendRegistrantLinkAgain(id, registrationId, by)), reply);
  }

  @ApiOperation({ operationId: 'rotateRegistrantLink', summary: 'Give a registrant a new link; the old one is dead at once' })
  @ApiOkResponse({ type: RegistrantAnswer })
  @HttpCode(200)
  @Post(':registrationId/rotate-link')
  async rotate(@By() by: Principal, @Param('id') id: string, @Param('registrationId') registrationId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<RegistrantAnswer> {
    return tagged(await this.commands.execute(new RotateRegistrantLink(id, registrationId, by)), reply);
  }

  @ApiOperation({ operationId: 'revokeRegistration', summary: 'Take a registrant’s link back: it opens nothing, the seat is closed, and registering again is no way in' })
  @ApiOkResponse({ type: RegistrantAnswer })
  @HttpCode(200)
  @Post(':registrationId/revoke')
  async revoke(@By() by: Principal, @Param('id') id: string, @Param('registrationId') registrationId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<RegistrantAnswer> {
    return tagged(await this.commands.execute(new RevokeRegistration(id, registrationId, by)), reply);
  }

  @ApiOperation({ operationId: 'restoreRegistration', summary: 'Give a revoked link back; with a seat, or in line where none is free' })
  @ApiOkResponse({ type: RegistrantAnswer })
  @HttpCode(200)
  @Post(':registrationId/restore')
  async restore(@By() by: Principal, @Param('id') id: string, @Param('registrationId') registrationId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<RegistrantAnswer> {
    return tagged(await this.commands.execute(new RestoreRegistration(id, registrationId, by)), reply);
  }

  @ApiOperation({ operationId: 'eraseRegistration', summary: 'Forget who a registrant was, everywhere; the seat and the link go with it' })
  @ApiNoContentResponse()
  @HttpCode(204)
  @Delete(':registrationId')
  async erase(@By() by: Principal, @Param('id') id: string, @Param('registrationId') registrationId: string): Promise<void> {
    await this.commands.execute(new EraseRegistration(id, registrationId, by));
  }
}

function tagged(registration: Registration, reply: FastifyReply): RegistrantAnswer {
  void reply.header('etag', tagOf(registration.version));
  return registrantAnswer(registration);
}
