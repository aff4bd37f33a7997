import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';

// Makes the API's document and the client's types anew from the compiled server; with --check it only
// compares, and exits with 1 where the committed files are stale.
const here = import.meta.dirname;
const printed = execFileSync(process.execPath, [join(here, '../dist/src/print-openapi.js')], { encoding: 'utf8' });
const types = `// Made by \`npm run client\` from openapi.json. Not edited by hand.\n${astToString(await openapiTS(JSON.parse(printed)))}`;
const files = { 'openapi.json': printed, 'schema.d.ts': types };

let stale = false;
for (const [name, text] of Object.entries(files)) {
  const path = join(here, name);
  if (process.argv.includes('--check')) {
    if (readFileSync(path, 'utf8') !== text) {
      stale = true;
      console.error(`client/${name} is stale: run npm run client`);
    }
  } else writeFileSync(path, text);
}
process.exitCode = stale ? 1 : 0;
