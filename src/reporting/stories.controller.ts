import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganizerOnly } from '../identity/organizer-only.js';
import { By, type Principal } from '../identity/principal.js';
import { StoryAnswer } from './stories.dto.js';
import { StoryOfRegistrant } from './story-of-registrant.js';

/** What became of each registrant, told from the events. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions/:id/registrations/:registrationId/story')
export class StoriesController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ operationId: 'readStory', summary: 'Why was she not in? Everything that became of one registrant, each thing with its time' })
  @ApiOkResponse({ type: StoryAnswer })
  @Get()
  async read(@By() by: Principal, @Param('id') id: string, @Param('registrationId') registrationId: string): Promise<StoryAnswer> {
    return this.queries.execute(new StoryOfRegistrant(id, registrationId, by));
  }
}
