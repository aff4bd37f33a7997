import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganizerOnly } from '../../identity/organizer-only.js';
import { By, type Principal } from '../../identity/principal.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { NameTeammate, type Whom } from './name-teammate.js';
import { RemoveTeammate } from './remove-teammate.js';
import { RotateTeammateLink } from './rotate-teammate-link.js';
import { SendTeammateLinkAgain } from './send-teammate-link-again.js';
import { TeamOfSession } from './team-of-session.js';
import { NameTeammateBody, Team, TeammateAnswer } from './team.dto.js';

const DAY = 86_400;

/** Hosts and speakers of a session beside whoever scheduled it. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions/:id/team')
export class TeamController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly limit: RateLimit,
  ) {}

  @ApiOperation({ operationId: 'listTeam', summary: 'The hosts and speakers who were named' })
  @ApiOkResponse({ type: Team })
  @Get()
  async list(@By() by: Principal, @Param('id') id: string): Promise<Team> {
    return { items: (await this.queries.execute(new TeamOfSession(id, by))).map((teammate) => TeammateAnswer.of(teammate)) };
  }

  @ApiOperation({ operationId: 'nameTeammate', summary: 'Name a host or speaker; their invitation goes out by mail' })
  @ApiCreatedResponse({ type: TeammateAnswer })
  @Post()
  async name(@By() by: Principal, @Param('id') id: string, @Body() { role, name = '', email = '', userId, locale }: NameTeammateBody): Promise<TeammateAnswer> {
    // Each is a mail to an address that its owner gave nobody here.
    await this.limit.spend('name-teammate', by.workspaceId, { most: by.newcomer ? 50 : 500, seconds: DAY });
    const whom: Whom = { role, ...(locale !== undefined && { locale }), ...(userId !== undefined ? { userId } : { name, email }) };
    return TeammateAnswer.of(await this.commands.execute(new NameTeammate(id, whom, by)));
  }

  @ApiOperation({ operationId: 'removeTeammate', summary: 'Take somebody off the team: their link is dead, their seat gone, and they are told' })
  @ApiNoContentResponse()
  @HttpCode(204)
  @Delete(':teammateId')
  async remove(@By() by: Principal, @Param('id') id: string, @Param('teammateId') teammateId: string): Promise<void> {
    await this.commands.execute(new RemoveTeammate(id, teammateId, by));
  }

  @ApiOperation({ operationId: 'sendTeammateLinkAgain', summary: 'Send somebody on the team their link once more, at most once a minute' })
  @ApiOkResponse({ type: TeammateAnswer })
  @HttpCode(200)
  @Post(':teammateId/send-again')
  async sendAgain(@By() by: Principal, @Param('id') id: string, @Param('teammateId') teammateId: string): Promise<TeammateAnswer> {
    return TeammateAnswer.of(await this.commands.execute(new SendTeammateLinkAgain(id, teammateId, by)));
  }

  @ApiOperation({ operationId: 'rotateTeammateLink', summary: 'Give somebody on the team a new link; the old one is dead at once' })
  @ApiOkResponse({ type: TeammateAnswer })
  @HttpCode(200)
  @Post(':teammateId/rotate-link')
  async rotate(@By() by: Principal, @Param('id') id: string, @Param('teammateId') teammateId: string): Promise<TeammateAnswer> {
    return TeammateAnswer.of(await this.commands.execute(new RotateTeammateLink(id, teammateId, by)));
  }
}
