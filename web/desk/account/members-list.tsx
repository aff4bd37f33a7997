import { useRef, useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Notice } from '../../kit/notice.tsx';
import type { Me } from '../account.ts';
import { problemOf } from '../refused.ts';
import { useMembers } from '../teammates.ts';
import { useRemoveMember, useSetRole, type Member } from './workspace.ts';
import styles from './account.module.css';

const ROLES: Record<Member['role'], string> = { owner: 'Owner', host: 'Host' };

/** Who belongs to the workspace; its owners say as what. */
export function MembersList({ me }: { me: Me }) {
  const members = useMembers();
  const setRole = useSetRole();
  const remove = useRemoveMember();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<Member>();
  const [said, setSaid] = useState('');
  const owns = me.role === 'owner';
  const leaving = asked?.userId === me.userId;
  const error = members.error ?? setRole.error;

  function close(): void {
    remove.reset();
    setAsked(undefined);
  }

  function gone(): void {
    // A workspace of one's own is shown next: what was read belongs to the one that was left.
    if (leaving) return location.assign('/desk');
    setSaid(`${asked!.name} does not belong to the workspace any more.`);
    setAsked(undefined);
    heading.current?.focus();
  }

  return (
    <section class={styles.part} aria-labelledby="members">
      <h2 id="members" tabIndex={-1} ref={heading}>Members</h2>
      {error && <Notice tone="danger" action={members.isError && <Button onClick={() => void members.refetch()}>Try again</Button>}>{problemOf(error)?.detail}</Notice>}
      <ul class={styles.list}>
        {members.data?.map((member) => {
          const self = member.userId === me.userId;
          const other: Member['role'] = member.role === 'owner' ? 'host' : 'owner';
          return (
            <li key={member.userId}>
              <span>
                <b>{member.name}</b> <span class={styles.here}>{ROLES[member.role]}</span>
                <br /><span class={styles.soft}>{member.email}</span>
              </span>
              <span class={styles.deeds}>
                {owns && !self && (
                  <Button
                    look="bare"
                    aria-label={`${other === 'owner' ? 'Make an owner' : 'Make a host'}: ${member.name}`}
                    busy={setRole.isPending && setRole.variables.userId === member.userId}
                    onClick={() => setRole.mutate({ userId: member.userId, role: other }, { onSuccess: () => setSaid(`${member.name} is ${other === 'owner' ? 'an owner' : 'a host'} now.`) })}
                  >
                    {other === 'owner' ? 'Make an owner' : 'Make a host'}
                  </Button>
                )}
                {(owns || self) && members.data.length > 1 && (
                  <Button look="bare" aria-label={self ? 'Leave the workspace' : `Remove ${member.name}`} onClick={() => setAsked(member)}>{self ? 'Leave' : 'Remove'}</Button>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <p class={styles.soft} role="status">{said}</p>
      <Dialog
        open={asked !== undefined}
        onClose={close}
        title={leaving ? `Leave ${me.workspaceName}?` : `Remove ${asked?.name}?`}
        actions={(
          <>
            <Button onClick={close}>{leaving ? 'Stay' : 'Keep'}</Button>
            <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate(asked!.userId, { onSuccess: gone })}>{leaving ? 'Leave' : 'Remove'}</Button>
          </>
        )}
      >
        <p>{leaving ? 'What you scheduled here stays with the workspace, and you see it no more.' : 'What they scheduled stays here. They and their API keys reach none of it any more.'}</p>
        {remove.error && <Notice tone="danger">{problemOf(remove.error)?.detail}</Notice>}
      </Dialog>
    </section>
  );
}
