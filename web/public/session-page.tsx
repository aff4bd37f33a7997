import { Door, type DoorProps } from './door.js';
import { Description, SessionHead } from './session-head.js';

export interface SessionPageProps extends DoorProps {
  /** Where the viewer's zone is known already; otherwise the script fills it in. */
  viewerTimeZone?: string;
}

/** What stands on a session's public page between its top and its foot. The desk shows the same beside its editor. */
export function SessionPage({ session, reader, viewerTimeZone, ...door }: SessionPageProps) {
  return (
    <main id="main" class="session">
      <SessionHead session={session} reader={reader} viewerTimeZone={viewerTimeZone} />
      <Door session={session} reader={reader} {...door} />
      <Description text={session.description} words={reader.words} />
    </main>
  );
}
