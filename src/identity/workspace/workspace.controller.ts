import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { Forbidden } from '../../platform/model/refusal.js';
import { Me, Members } from '../identity.dto.js';
import { NotFromOtherSites, OrganizerOnly } from '../organizer-only.js';
import { By, type Principal } from '../principal.js';
import { Invitations } from './invitations.js';
import { WorkspaceLook } from './look.js';
import { WorkspaceMembers } from './members.js';
import { OwnWorkspaces } from './own-workspaces.js';
import { AcceptInvitation, ChooseLook, GoToWorkspace, InvitationListed, InvitationShown, InvitationToken, InvitationsListed, InviteMember, LookAnswer, RenameWorkspace, SetMemberRole, Workspaces } from './workspace.dto.js';

const HOUR = 3_600;

/** The workspace over HTTP: who belongs to it, who is asked to, and which of theirs somebody works in. */
@ApiTags('identity')
@Controller('api/identity')
@UseGuards(NotFromOtherSites)
export class WorkspaceController {
  constructor(private readonly own: OwnWorkspaces, private readonly members: WorkspaceMembers, private readonly invitations: Invitations, private readonly look: WorkspaceLook, private readonly limit: RateLimit) {}

  @Get('members')
  @UseGuards(OrganizerOnly)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'listMembers', summary: 'Who belongs to the workspace' })
  @ApiOkResponse({ type: Members })
  async list(@By() by: Principal): Promise<Members> {
    return { items: await this.members.of(by.workspaceId) };
  }

  @Patch('members/:userId')
  @UseGuards(OrganizerOnly)
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'setMemberRole', summary: 'Make a member an owner or a host; the last owner stays one' })
  @ApiNoContentResponse()
  async setRole(@Param('userId') userId: string, @Body() { role }: SetMemberRole, @By() by: Principal): Promise<void> {
    await this.members.setRole(by, userId, role);
  }

  @Delete('members/:userId')
  @UseGuards(OrganizerOnly)
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'removeMember', summary: 'Remove a member, or leave; what they scheduled stays with the workspace' })
  @ApiNoContentResponse()
  async remove(@Param('userId') userId: string, @By() by: Principal): Promise<void> {
    await this.members.remove(by, userId);
  }

  @Post('invitations')
  @UseGuards(OrganizerOnly)
  @HttpCode(201)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'inviteMember', summary: 'Ask somebody into the workspace, by mail; an open invitation of the same address is replaced' })
  @ApiCreatedResponse({ type: InvitationListed })
  async invite(@Body() invitation: InviteMember, @By() by: Principal): Promise<InvitationListed> {
    await this.limit.spend('invitations of', by.workspaceId, { most: 50, seconds: HOUR });
    if (by.newcomer) await this.limit.spend('invitations of a new', by.workspaceId, { most: 50, seconds: 24 * HOUR });
    await this.limit.spend('invitation to', invitation.email.toLowerCase(), { most: 5, seconds: HOUR });
    return InvitationListed.of(await this.invitations.invite(by, invitation));
  }

  @Get('invitations')
  @UseGuards(OrganizerOnly)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'listInvitations', summary: 'The invitations that nobody has answered yet' })
  @ApiOkResponse({ type: InvitationsListed })
  async open(@By() by: Principal): Promise<InvitationsListed> {
    return { items: (await this.invitations.openIn(by)).map((one) => InvitationListed.of(one)) };
  }

  @Delete('invitations/:id')
  @UseGuards(OrganizerOnly)
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'takeBackInvitation', summary: 'Take an invitation back; its link is dead at once' })
  @ApiNoContentResponse()
  async takeBack(@Param('id') id: string, @By() by: Principal): Promise<void> {
    await this.invitations.takeBack(by, id);
  }

  @Post('invitations/look')
  @HttpCode(200)
  @ApiOperation({ operationId: 'lookAtInvitation', summary: 'What an invitation offers, by what stood in its link; changes nothing' })
  @ApiOkResponse({ type: InvitationShown })
  async lookAt(@Body() { token }: InvitationToken, @Req() request: FastifyRequest): Promise<InvitationShown> {
    await this.limit.spend('invitations from', request.ip, { most: 200, seconds: HOUR });
    return InvitationShown.of(await this.invitations.look(token));
  }

  @Post('invitations/accept')
  @HttpCode(200)
  @ApiOperation({ operationId: 'acceptInvitation', summary: 'Join the workspace, with the account of the invited address or a new one, and be signed in' })
  @ApiOkResponse({ type: Me })
  async accept(@Body() { token, ...person }: AcceptInvitation, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    await this.limit.spend('invitations from', request.ip, { most: 200, seconds: HOUR });
    const { principal, cookies } = await this.invitations.accept(token, person, request.headers);
    if (cookies.length > 0) void reply.header('set-cookie', cookies);
    return Me.of(principal);
  }

  @Get('workspaces')
  @UseGuards(OrganizerOnly)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'listWorkspaces', summary: 'The workspaces that the caller belongs to' })
  @ApiOkResponse({ type: Workspaces })
  async workspaces(@By() by: Principal): Promise<Workspaces> {
    return { items: await this.own.of(by) };
  }

  @Put('workspace')
  @UseGuards(OrganizerOnly)
  @HttpCode(200)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'goToWorkspace', summary: 'Work in another of the caller’s workspaces, in this browser' })
  @ApiOkResponse({ type: Me })
  async goTo(@Body() { workspaceId }: GoToWorkspace, @By() by: Principal, @Req() request: FastifyRequest): Promise<Me> {
    if (by.via !== 'cookie') throw new Forbidden('one-workspace', 'A key works in the workspace that it was made for.');
    return Me.of((await this.own.goTo(workspaceId, { userId: by.userId, cookies: [] }, request.headers)).principal);
  }

  @Patch('workspace')
  @UseGuards(OrganizerOnly)
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'renameWorkspace', summary: 'Give the workspace another name' })
  @ApiNoContentResponse()
  async rename(@Body() { name }: RenameWorkspace, @By() by: Principal): Promise<void> {
    await this.members.rename(by, name);
  }

  @Get('workspace/look')
  @UseGuards(OrganizerOnly)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'readLook', summary: 'The colour of the workspace’s pages and mails' })
  @ApiOkResponse({ type: LookAnswer })
  async readLook(@By() by: Principal): Promise<LookAnswer> {
    return { accent: await this.look.of(by.workspaceId) };
  }

  @Put('workspace/look')
  @UseGuards(OrganizerOnly)
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'chooseLook', summary: 'Give the workspace’s pages and mails a colour, or the house’s own' })
  @ApiNoContentResponse()
  async chooseLook(@Body() { accent }: ChooseLook, @By() by: Principal): Promise<void> {
    await this.look.choose(by, accent);
  }
}
