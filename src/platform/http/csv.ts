import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { MayBeLeftOut } from './may-be-left-out.js';

/** What a spreadsheet takes for a formula, or for the mark that stands before such a thing. */
const FORMULA = /^[\s']*[=+\-@\t\r＝＋－＠]/;

export type Cell = string | number | boolean | null;

/** A cell: what would begin a formula is made text by a quotation mark before it, which spreadsheets hide. */
function cell(value: Cell): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) || /^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record, with its end. */
export const csvLine = (row: readonly Cell[]): string => `${row.map(cell).join(',')}\r\n`;

/** RFC 4180, with the mark at its start by which spreadsheets know UTF-8. */
export function csvOf(heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${[heads, ...rows].map(csvLine).join('')}`;
}

/** The same, as a file to be saved. */
export function csvFile(reply: FastifyReply, name: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): string {
  void reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${name}.csv"`);
  return csvOf(heads, rows);
}

/** How it is given. */
export class ExportFormat {
  @ApiProperty({ enum: ['json', 'csv'], required: false })
  @MayBeLeftOut() @IsIn(['json', 'csv'])
  format?: 'json' | 'csv';
}

/** Says in the API's document that an answer comes in either form. */
export const AsJsonOrCsv = (type: Type): MethodDecorator => applyDecorators(
  ApiExtraModels(type),
  ApiOkResponse({ content: { 'application/json': { schema: { $ref: getSchemaPath(type) } }, 'text/csv': { schema: { type: 'string' } } } }),
);
