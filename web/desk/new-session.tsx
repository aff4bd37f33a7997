import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { viewerZone } from '../kit/times.ts';
import { DeskFrame } from './desk-frame.tsx';
import { bodyOf, emptyDraft } from './draft.ts';
import { usePageTitle } from './page-title.ts';
import { Previewed } from './preview/previewed.tsx';
import { SessionForm } from './session-form.tsx';
import { useScheduleSession } from './sessions.ts';

/** A new session. In the plain case only its title is missing. */
export function NewSession() {
  const { route } = useLocation();
  const schedule = useScheduleSession();
  const [draft, setDraft] = useState(() => emptyDraft(new Date(), viewerZone()));
  usePageTitle('Schedule a session');
  return (
    <DeskFrame>
      <h1>Schedule a session</h1>
      <Previewed draft={draft}>
        <SessionForm
          draft={draft}
          onChange={setDraft}
          error={schedule.error}
          busy={schedule.isPending}
          submitLabel="Schedule"
          onSubmit={() => schedule.mutate(bodyOf(draft), { onSuccess: ({ id }) => route(`/desk/sessions/${id}?new`, true) })}
          onLeave={() => route('/desk')}
        />
      </Previewed>
    </DeskFrame>
  );
}
