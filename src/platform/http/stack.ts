import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const FRAME = /(file:\/\/\/[^\s()]+?\.m?js):(\d+):(\d+)/g;
const maps = new Map<string, SourceMap | null>();

/**
 * A stack as the sources would have it: each line of a file with a map beside it names the source's. The maps are
 * read when the first stack is written, not at the start, where they would cost every process time and memory.
 */
export function inSources(stack: string): string {
  return stack.replace(FRAME, (frame, file: string, line: string, column: string) => {
    const origin = mapOf(file)?.findOrigin(Number(line), Number(column));
    if (!origin || !('fileName' in origin) || !origin.fileName) return frame;
    return `${relative(process.cwd(), fileURLToPath(new URL(origin.fileName, file)))}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

function mapOf(file: string): SourceMap | null {
  const known = maps.get(file);
  if (known !== undefined) return known;
  let map: SourceMap | null = null;
  try {
    map = new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${file}.map`), 'utf8')) as ConstructorParameters<typeof SourceMap>[0]);
  } catch {
    // There is none: its lines are named as they run.
  }
  maps.set(file, map);
  return map;
}
