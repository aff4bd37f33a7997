import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { AreaField } from '../kit/field.tsx';
import { Notice } from '../kit/notice.tsx';
import { dataOf, problemOf } from './refused.ts';
import type { Registrant } from './registrants.ts';

export type Verb = 'approve' | 'deny';

function useDecide(sessionId: string, verb: Verb) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, message }: { ids: string[]; message: string }) => {
      const asked = { params: { path: { id: sessionId } }, body: { ids, ...(message && { message }) } };
      return dataOf(verb === 'approve' ? api.POST('/api/sessions/{id}/registrations/approve', asked) : api.POST('/api/sessions/{id}/registrations/deny', asked));
    },
    onSuccess: () => void cache.invalidateQueries({ queryKey: ['sessions', sessionId] }),
  });
}

interface DecideDialogProps {
  sessionId: string;
  verb: Verb;
  people: readonly Registrant[];
  onClose: () => void;
  onDone: (said: string) => void;
}

/** Yes or no to one or to several, with a word to them. */
export function DecideDialog({ sessionId, verb, people, onClose, onDone }: DecideDialogProps) {
  const [message, setMessage] = useState('');
  const decide = useDecide(sessionId, verb);
  const whom = people.length === 1 ? people[0]!.name : `${people.length} people`;
  const label = verb === 'approve' ? 'Approve' : 'Deny';
  const seated = verb === 'deny' && people.some(({ status }) => status === 'confirmed');

  function send(): void {
    if (decide.isPending) return;
    decide.mutate({ ids: people.map(({ id }) => id), message: message.trim() }, {
      onSuccess: ({ items }) => {
        const inLine = items.filter(({ status }) => status === 'waitlisted').length;
        onDone(verb === 'deny' ? `Denied: ${whom}.` : inLine > 0 ? `Approved: ${whom}. All seats are taken: ${inLine} in line.` : `Approved: ${whom}.`);
      },
    });
  }

  return (
    <Dialog open onClose={onClose} title={`${label} ${whom}?`}
      actions={<>
        <Button onClick={onClose}>Back</Button>
        <Button look={verb === 'approve' ? 'primary' : 'danger'} busy={decide.isPending} onClick={send}>{label}</Button>
      </>}>
      <p>{verb === 'approve' ? 'Each gets their link by e-mail.' : seated ? 'Who has a seat loses it, and the link stops working. Each is told by e-mail.' : 'Each is told by e-mail.'}</p>
      <AreaField label="Message" optional rows={3} maxLength={1000} help="Stands in the mail, in your words." value={message} onInput={(event) => setMessage(event.currentTarget.value)} />
      {decide.isError && <Notice tone="danger">{problemOf(decide.error)?.detail}</Notice>}
    </Dialog>
  );
}
