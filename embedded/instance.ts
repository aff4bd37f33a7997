import { Folder } from './folder.ts';
import type { DemoOrganizer } from './demo.ts';

/** What a running embedded instance tells other scripts (`.foyer/run.json`, for this user's eyes only). */
export interface RunningInstance {
  /** The origin that browsers see. */
  readonly url: string;
  /** Where it listens on this machine: the same, unless PUBLIC_URL names a proxy in front. */
  readonly api: string;
  /** The page of the inbox; null where SMTP_URL leads elsewhere. */
  readonly inbox: string | null;
  readonly demo: DemoOrganizer | null;
  readonly session: { readonly id: string; readonly publicUrl: string } | null;
}

const file = 'run.json';

export const tell = (folder: Folder, instance: RunningInstance): void => folder.write(file, `${JSON.stringify(instance, null, 2)}\n`);

/** @throws when `npm start` is not running. */
export function runningInstance(folder = new Folder()): RunningInstance {
  const text = folder.read(file);
  if (!text) throw new Error('No embedded instance is running here. Start one: npm start');
  return JSON.parse(text) as RunningInstance;
}
