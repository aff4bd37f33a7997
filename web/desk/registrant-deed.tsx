import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Notice } from '../kit/notice.tsx';
import { problemOf } from './refused.ts';
import type { RegistrantDeed } from './registrants.ts';

/** What is asked about before it is done. */
export type AskedDeed = Exclude<RegistrantDeed, 'send-again' | 'restore'>;
export const isAsked = (deed: RegistrantDeed): deed is AskedDeed => deed in QUESTIONS;

const QUESTIONS: Record<AskedDeed, { title: (name: string) => string; text: string; yes: string; no: string }> = {
  rotate: { title: (name) => `Give ${name} a new link?`, text: 'The old link stops working at once, and whoever came in by it is shown out. The new one goes out by e-mail.', yes: 'Give a new link', no: 'Keep the old one' },
  revoke: { title: (name) => `Revoke ${name}’s link?`, text: 'It stops working at once, they are shown out if they are in, and registering again with this address is no way back. Their calendar takes the session out. You can restore it later.', yes: 'Revoke the link', no: 'Let them come' },
  erase: { title: (name) => `Erase ${name}?`, text: 'Name, address and answers are forgotten everywhere, for good, and they lose their seat. They are not told. Only the number of registrations stays.', yes: 'Erase', no: 'Keep' },
};
/** What is said once it is done. */
export const DEED_DONE: Record<RegistrantDeed, (name: string) => string> = {
  'send-again': (name) => `${name} gets the link again, unless a mail with it left within the last minute.`,
  rotate: (name) => `${name} gets a new link by e-mail.`,
  revoke: (name) => `${name}’s link is revoked.`,
  restore: (name) => `${name}’s link works again; they hear it by e-mail.`,
  erase: (name) => `${name} is erased.`,
};

interface DeedDialogProps {
  deed: AskedDeed;
  name: string;
  doing: { isPending: boolean; error: unknown };
  onClose: () => void;
  onYes: () => void;
}

/** Asks before what is done about a registrant is done. */
export function DeedDialog({ deed, name, doing, onClose, onYes }: DeedDialogProps) {
  const { title, text, yes, no } = QUESTIONS[deed];
  return (
    <Dialog open onClose={onClose} title={title(name)}
      actions={<>
        <Button onClick={onClose}>{no}</Button>
        <Button look="danger" busy={doing.isPending} onClick={onYes}>{yes}</Button>
      </>}>
      <p>{text}</p>
      {doing.error ? <Notice tone="danger">{problemOf(doing.error)?.detail}</Notice> : null}
    </Dialog>
  );
}
