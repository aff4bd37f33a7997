import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res, UseGuards } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiCookieAuth, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimit } from '../platform/http/rate-limit.js';
import { Accounts, type SignedIn } from './accounts.js';
import { ApiKeyRing } from './api-key-ring.js';
import { ApiKeyMade, ApiKeys, AskForSignInLink, ChangePassword, Devices, LinkFromMail, MakeApiKey, Me, SignIn, SignUp } from './identity.dto.js';
import { NotFromOtherSites, OrganizerOnly } from './organizer-only.js';
import { By, type Principal } from './principal.js';
import { SignedInDevices } from './signed-in-devices.js';

const QUARTER_HOUR = 900;
const HOUR = 3_600;

/** Accounts over HTTP: up, in, out, who am I, and keys for programs. */
@ApiTags('identity')
@Controller('api/identity')
@UseGuards(NotFromOtherSites)
export class IdentityController {
  constructor(private readonly accounts: Accounts, private readonly browsers: SignedInDevices, private readonly keys: ApiKeyRing, private readonly limit: RateLimit) {}

  @Post('sign-up')
  @HttpCode(201)
  @ApiOperation({ operationId: 'signUp', summary: 'Open an account with a workspace of its own, and sign in' })
  @ApiCreatedResponse({ type: Me })
  async signUp(@Body() person: SignUp, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    await this.limit.spend('sign-up', request.ip, { most: 30, seconds: HOUR });
    return welcome(reply, await this.accounts.signUp(person, request.headers));
  }

  @Post('sign-in')
  @HttpCode(200)
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in with address and password' })
  @ApiOkResponse({ type: Me })
  async signIn(@Body() person: SignIn, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    await this.limitGuesses(person.email.toLowerCase(), request.ip);
    return welcome(reply, await this.accounts.signIn(person, request.headers));
  }

  @Post('sign-in-link')
  @HttpCode(202)
  @ApiOperation({ operationId: 'askForSignInLink', summary: 'Have a link mailed that signs in; the answer is the same whether or not there is an account' })
  @ApiAcceptedResponse()
  async askForSignInLink(@Body() { email }: AskForSignInLink, @Req() request: FastifyRequest): Promise<void> {
    await this.limit.spend('sign-in link from', request.ip, { most: 60, seconds: HOUR });
    await this.limit.spend('sign-in link to', email.toLowerCase(), { most: 5, seconds: HOUR });
    await this.accounts.askForSignInLink(email, request.headers);
  }

  @Post('sign-in-by-link')
  @HttpCode(200)
  @ApiOperation({ operationId: 'signInByLink', summary: 'Sign in with what stood in the mailed link; it works once' })
  @ApiOkResponse({ type: Me })
  async signInByLink(@Body() { token }: LinkFromMail, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Me> {
    await this.limit.spend('sign-in from', request.ip, { most: 200, seconds: QUARTER_HOUR });
    return welcome(reply, await this.accounts.signInByLink(token, request.headers));
  }

  @Post('confirm-address')
  @HttpCode(204)
  @ApiOperation({ operationId: 'confirmAddress', summary: 'Confirm the account’s address with what stood in the mailed link' })
  @ApiNoContentResponse()
  async confirmAddress(@Body() { token }: LinkFromMail, @Req() request: FastifyRequest): Promise<void> {
    await this.limit.spend('sign-in from', request.ip, { most: 200, seconds: QUARTER_HOUR });
    await this.accounts.confirmAddress(token);
  }

  @Post('confirmation')
  @UseGuards(OrganizerOnly)
  @HttpCode(202)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'askForConfirmation', summary: 'Have the link mailed again that confirms the caller’s address' })
  @ApiAcceptedResponse()
  async askForConfirmation(@By() by: Principal): Promise<void> {
    await this.limit.spend('confirmation to', by.userId, { most: 5, seconds: HOUR });
    await this.accounts.askForConfirmation(by);
  }

  @Put('password')
  @UseGuards(OrganizerOnly)
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'changePassword', summary: 'Set a new password; every other browser is signed out' })
  @ApiNoContentResponse()
  async changePassword(@Body() change: ChangePassword, @By() by: Principal, @Req() request: FastifyRequest): Promise<void> {
    await this.limit.spend('password of', by.userId, { most: 10, seconds: QUARTER_HOUR });
    await this.accounts.changePassword(by, change, request.headers);
  }

  @Get('devices')
  @UseGuards(OrganizerOnly)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'devices', summary: 'The browsers in which the caller is signed in' })
  @ApiOkResponse({ type: Devices })
  async devices(@By() by: Principal, @Req() request: FastifyRequest): Promise<Devices> {
    const devices = await this.browsers.of(by, request.headers);
    return { items: devices.map(({ createdAt, expiresAt, ...device }) => ({ ...device, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() })) };
  }

  @Delete('devices/:id')
  @UseGuards(OrganizerOnly)
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'signOutDevice', summary: 'Sign a browser out at once' })
  @ApiNoContentResponse()
  async signOutDevice(@Param('id') id: string, @By() by: Principal): Promise<void> {
    await this.browsers.signOut(by, id);
  }

  @Post('sign-out')
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'End the session of this browser' })
  @ApiNoContentResponse()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    void reply.header('set-cookie', await this.accounts.signOut(request.headers));
  }

  @Get('me')
  @UseGuards(OrganizerOnly)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'me', summary: 'Who is asking' })
  @ApiOkResponse({ type: Me })
  me(@By() by: Principal): Me {
    return Me.of(by);
  }

  @Post('api-keys')
  @UseGuards(OrganizerOnly)
  @HttpCode(201)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'makeApiKey', summary: 'Make a key for a program; it is shown this once' })
  @ApiCreatedResponse({ type: ApiKeyMade })
  async makeApiKey(@Body() { name, scope = 'write', days }: MakeApiKey, @By() by: Principal): Promise<ApiKeyMade> {
    return this.keys.make(by, { name, scope, days: days ?? null });
  }

  @Get('api-keys')
  @UseGuards(OrganizerOnly)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'apiKeys', summary: 'The keys that the caller has made' })
  @ApiOkResponse({ type: ApiKeys })
  async apiKeys(@By() by: Principal): Promise<ApiKeys> {
    const keys = await this.keys.of(by);
    return { items: keys.map(({ createdAt, expiresAt, ...key }) => ({ ...key, createdAt: createdAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null })) };
  }

  @Delete('api-keys/:id')
  @UseGuards(OrganizerOnly)
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiCookieAuth()
  @ApiOperation({ operationId: 'revokeApiKey', summary: 'Revoke a key at once' })
  @ApiNoContentResponse()
  async revokeApiKey(@Param('id') id: string, @By() by: Principal): Promise<void> {
    await this.keys.revoke(by, id);
  }

  /**
   * Few guesses from one place at one account; many from an office where everyone signs in on Monday; and so
   * many at one account from everywhere that nobody can lock its owner out cheaply.
   */
  private async limitGuesses(email: string, network: string): Promise<void> {
    await this.limit.spend('sign-in from', network, { most: 200, seconds: QUARTER_HOUR });
    await this.limit.spend('sign-in to, from', `${email}\n${network}`, { most: 10, seconds: QUARTER_HOUR });
    await this.limit.spend('sign-in to', email, { most: 300, seconds: HOUR });
  }
}

function welcome(reply: FastifyReply, { principal, cookies }: SignedIn): Me {
  void reply.header('set-cookie', cookies);
  return Me.of(principal);
}
