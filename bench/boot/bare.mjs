/** The floor of *Boot*: bare `node:http` and `pg`, ready when the database answers. */
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
createServer((_, response) => {
  pool.query('select 1').then(() => response.end('{"status":"ready"}'), () => response.writeHead(503).end());
}).listen(Number(process.env.PORT), '127.0.0.1');
