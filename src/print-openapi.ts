import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { documentOf } from './platform/http/openapi.js';

// Prints the API's document from the compiled code: nothing is instantiated, no database is asked.
const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), { preview: true, logger: ['error'] });
process.stdout.write(`${JSON.stringify(documentOf(app), null, 2)}\n`);
