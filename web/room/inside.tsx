import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Farewell } from '../../client/protocol.ts';
import type { Arrival } from '../attendee/arrival.ts';
import { Closing } from '../attendee/closing.tsx';
import type { Entered, Resolved } from '../attendee/entry.ts';
import { Opening } from '../attendee/plain-pages.tsx';
import { ShutOut } from '../attendee/shut-out.tsx';
import { useStore } from '../attendee/store.ts';
import { Foyer } from './foyer.tsx';
import { Visit } from './visit.ts';
import { Room } from './room.tsx';
import { AtTheDoor, SeatTaken } from './seat-pages.tsx';

export interface InsideProps {
  arrival: Arrival;
  invited: Resolved;
  entered: Entered;
}

/** From the click on Join to the last goodbye: shows whatever the server says that this seat is in. */
export function Inside({ arrival, invited, entered }: InsideProps) {
  const { slug } = invited.session;
  const visit = useMemo(() => new Visit(slug, entered, arrival.devicesInside()), []);
  const { line, room, shownOut } = useStore(visit.line.store);
  const [farewell, setFarewell] = useState<Farewell | null>(null);
  const over = line === 'left' || line === 'taken-over' || line === 'shut-out' || line === 'seat-lost' || room?.you.place === 'closed';

  useEffect(() => () => visit.end(), [visit]);

  useEffect(() => {
    if (!over) return;
    visit.end();
    if (line === 'left') arrival.leave(slug);
    else arrival.letDevicesGo();
    if (line === 'left') void arrival.farewell().then(setFarewell);
    if (line === 'seat-lost') void arrival.open(); // the server says what became of it
  }, [over]);

  if (line === 'taken-over') return <SeatTaken title={invited.session.title} onUseHere={() => void arrival.useHere(invited)} />;
  if (line === 'shut-out') return <ShutOut title={invited.session.title} why={shownOut} onAgain={() => void arrival.open()} />;
  if (line === 'left') return <Closing session={room?.session ?? invited.session} farewell={farewell} onRejoin={() => void arrival.open()} />;
  if (!room || line === 'seat-lost') return <Opening />;
  switch (room.you.place) {
    case 'door':
      return <AtTheDoor visit={visit} title={room.session.title} line={line} />;
    case 'foyer':
      return <Foyer visit={visit} room={room} line={line} />;
    case 'closed':
      return <Closing present session={{ ...room.session, phase: room.session.status === 'cancelled' ? 'cancelled' : 'ended' }} endedAt={room.session.endedAt} farewell={room.session.farewell} recorded={room.moderation.recordable} />;
    default:
      return <Room visit={visit} room={room} line={line} />;
  }
}
