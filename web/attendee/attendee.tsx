import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { InsideProps } from '../room/inside.tsx';
import type { Arrival } from './arrival.ts';
import { words } from '../words/spoken.js';
import { Closing } from './closing.tsx';
import { said } from './entry.ts';
import { DeadLink, Opening, OtherSeat, RegistrationNeeded, Unreachable } from './plain-pages.tsx';
import { PreJoin } from './pre-join.tsx';
import { ShutOut } from './shut-out.tsx';
import { useStore } from './store.ts';

const loadInside = () => import('../room/inside.tsx');

/** The attendee's page: one screen for each step of the way in, and then the room. */
export function Attendee({ arrival }: { arrival: Arrival }) {
  const step = useStore(arrival.step);
  const [Inside, setInside] = useState<ComponentType<InsideProps> | null>(null);
  const [failed, setFailed] = useState(false);
  const soon = step.at === 'pre-join' || step.at === 'inside';

  // The room's code comes while the person looks into the mirror, so that Join needs nothing more.
  useEffect(() => {
    if (!soon || Inside || failed) return;
    loadInside().then((module) => setInside(() => module.Inside), () => setFailed(true));
  }, [soon, Inside, failed]);

  switch (step.at) {
    case 'opening':
      return <Opening />;
    case 'dead-link':
      return <DeadLink />;
    case 'unreachable':
      return <Unreachable sentence={said(step.refused)} onAgain={() => void arrival.open()} />;
    case 'registration-needed':
      return <RegistrationNeeded session={step.session} />;
    case 'other-seat':
      return <OtherSeat invited={step.invited} onKeep={() => void arrival.keepSeat(step.invited)} onUse={() => void arrival.useLink(step.invited, step.token)} />;
    case 'over':
      return <Closing session={step.session} farewell={step.farewell} recorded={step.session.phase === 'ended'} />;
    case 'banned':
      return <ShutOut title={step.session.title} why="banned" />;
    case 'pre-join':
      return <PreJoin key={step.invited.session.id} arrival={arrival} invited={step.invited} />;
    case 'inside':
      if (Inside) return <Inside key={step.entered.ticket} arrival={arrival} invited={step.invited} entered={step.entered} />;
      // The ticket would not outlive a reload, the seat does: opening again leads back to it.
      return failed ? <Unreachable sentence={words.unreachable.room} onAgain={() => location.reload()} /> : <Opening />;
  }
}
