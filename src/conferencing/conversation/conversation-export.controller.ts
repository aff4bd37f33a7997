import { Controller, Get, Param, Query, Res, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiCookieAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { OrganizerOnly } from '../../identity/organizer-only.js';
import { By, type Principal } from '../../identity/principal.js';
import { AsJsonOrCsv, ExportFormat, csvFile } from '../../platform/http/csv.js';
import { ChatExport, PollExport, QuestionExport, type PollEntry } from './conversation-export.dto.js';
import { ConversationOfSession } from './conversation-of-session.js';

/** The organizer's copy of what was said, asked and voted in a session. */
@ApiTags('sessions')
@ApiCookieAuth() @ApiBearerAuth()
@UseGuards(OrganizerOnly)
@Controller('api/sessions/:id')
export class ConversationExportController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ operationId: 'exportChat', summary: 'What was said in the chat; not what was said to one person' })
  @AsJsonOrCsv(ChatExport)
  @Get('chat')
  async chat(@By() by: Principal, @Param('id') id: string, @Query() { format }: ExportFormat, @Res({ passthrough: true }) reply: FastifyReply): Promise<ChatExport | string> {
    const items = await this.queries.execute(new ConversationOfSession(id, 'chat', by));
    if (format !== 'csv') return { items };
    return csvFile(reply, 'chat', ['said at', 'name', 'role', 'to', 'text'], items.map((one) => [one.saidAt, one.name, one.role, one.to, one.text]));
  }

  @ApiOperation({ operationId: 'exportQuestions', summary: 'What was asked, how many voted for it, and what was answered' })
  @AsJsonOrCsv(QuestionExport)
  @Get('questions')
  async questions(@By() by: Principal, @Param('id') id: string, @Query() { format }: ExportFormat, @Res({ passthrough: true }) reply: FastifyReply): Promise<QuestionExport | string> {
    const items = await this.queries.execute(new ConversationOfSession(id, 'questions', by));
    if (format !== 'csv') return { items };
    return csvFile(reply, 'questions', ['asked at', 'name', 'question', 'votes', 'status', 'answer'], items.map((one) => [one.askedAt, one.name, one.text, one.votes, one.status, one.answer]));
  }

  @ApiOperation({ operationId: 'exportPolls', summary: 'The polls that were opened, and what came out; one line of CSV for each answer' })
  @AsJsonOrCsv(PollExport)
  @Get('polls')
  async polls(@By() by: Principal, @Param('id') id: string, @Query() { format }: ExportFormat, @Res({ passthrough: true }) reply: FastifyReply): Promise<PollExport | string> {
    const items = await this.queries.execute(new ConversationOfSession(id, 'polls', by));
    if (format !== 'csv') return { items };
    const lines = items.flatMap((poll: PollEntry) => poll.options.map(({ text, count }) => [poll.question, text, count, poll.ballots, poll.multiple ? 'several' : 'one', poll.status, poll.openedAt, poll.closedAt]));
    return csvFile(reply, 'polls', ['poll', 'answer', 'count', 'took part', 'may choose', 'status', 'opened at', 'closed at'], lines);
  }
}
