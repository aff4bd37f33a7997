import { useState } from 'preact/hooks';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/field.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useMe, type Me } from '../account.ts';
import { DeskFrame } from '../desk-frame.tsx';
import { usePageTitle } from '../page-title.ts';
import { mistakeAt, problemOf } from '../refused.ts';
import { WorkspaceColour } from './look.tsx';
import { MembersList } from './members-list.tsx';
import { OpenInvitations } from './open-invitations.tsx';
import { useGoToWorkspace, useRename, useWorkspaces } from './workspace.ts';
import styles from './account.module.css';

/** Those who schedule together. */
export function WorkspacePage() {
  usePageTitle('Workspace');
  return (
    <DeskFrame width="narrow">
      <Parts />
    </DeskFrame>
  );
}

function Parts() {
  const me = useMe();
  if (!me.data) return null;
  return (
    <div class={styles.page}>
      <Name me={me.data} />
      <MembersList me={me.data} />
      {me.data.role === 'owner' && <OpenInvitations />}
      <WorkspaceColour owner={me.data.role === 'owner'} />
      <OtherWorkspaces />
    </div>
  );
}

function Name({ me }: { me: Me }) {
  const rename = useRename();
  const [name, setName] = useState<string>();
  const wrong = mistakeAt(rename.error, '/name');
  return (
    <section class={styles.part}>
      <h1>{me.workspaceName}</h1>
      <p class={styles.soft}>Everyone here sees all its sessions. Owners may change everything; hosts run what they scheduled themselves.</p>
      {me.role === 'owner' && name === undefined && <div><Button onClick={() => setName(me.workspaceName)}>Give it another name</Button></div>}
      {name !== undefined && (
        <form
          class={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!rename.isPending) rename.mutate(name, { onSuccess: () => setName(undefined) });
          }}
        >
          <TextField label="Name of the workspace" autocomplete="off" autofocus value={name} onInput={(event) => setName(event.currentTarget.value)} error={wrong} />
          {rename.error && !wrong && <Notice tone="danger">{problemOf(rename.error)?.detail}</Notice>}
          <div class={styles.deeds}>
            <Button type="submit" look="primary" busy={rename.isPending}>Save</Button>
            <Button look="bare" onClick={() => { rename.reset(); setName(undefined); }}>Leave it</Button>
          </div>
        </form>
      )}
    </section>
  );
}

function OtherWorkspaces() {
  const workspaces = useWorkspaces();
  const go = useGoToWorkspace();
  const others = (workspaces.data ?? []).filter(({ current }) => !current);
  if (others.length === 0) return null;
  return (
    <section class={styles.part} aria-labelledby="others">
      <h2 id="others">Your other workspaces</h2>
      {go.error && <Notice tone="danger">{problemOf(go.error)?.detail}</Notice>}
      <ul class={styles.list}>
        {others.map(({ workspaceId, name }) => (
          <li key={workspaceId}>
            <b>{name}</b>
            <Button aria-label={`Go to ${name}`} busy={go.isPending && go.variables === workspaceId} onClick={() => go.mutate(workspaceId)}>Go there</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
