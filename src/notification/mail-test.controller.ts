import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OrganizerOnly } from '../identity/organizer-only.js';
import { By, type Principal } from '../identity/principal.js';
import { MailTestAnswer } from './mail-test.dto.js';
import { SendTestMail } from './send-test-mail.js';

/** Do our mails arrive, and are they believed? */
@ApiTags('mail')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/mail-test')
export class MailTestController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ operationId: 'testMail', summary: 'A test mail to one’s own address, and what the DNS says of our sender' })
  @ApiOkResponse({ type: MailTestAnswer })
  @HttpCode(200)
  @Post()
  test(@By() by: Principal): Promise<MailTestAnswer> {
    return this.commands.execute(new SendTestMail(by));
  }
}
