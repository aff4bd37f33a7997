import { useEffect, useRef, useState } from 'preact/hooks';
import type { Kind } from '../../../client/protocol.ts';
import { Button } from '../../kit/button.tsx';
import { words } from '../../words/spoken.js';
import type { RoomState } from '../room-state.ts';
import type { Visit } from '../visit.ts';
import { InvitedOnStage } from './invited-on-stage.tsx';
import { Told } from './told.tsx';

/** What a host's decision means for oneself: said where one looks, with the one thing to do about it. */
export function ToldToYou({ visit, room }: { visit: Visit; room: RoomState }) {
  const { you } = room;
  const [news, tell] = useNews(visit, you);
  const silenced = you.onStage ? you.silenced.map((kind) => ({ kind, held: room.moderation.held.includes(kind) && you.role !== 'host' })) : [];
  const said = [...silenced.map(({ kind, held }) => silencedSaid(kind, held)), news && words.moderation[news], you.invited && words.moderation.asked];
  return (
    <>
      {/* There before anything is said in it, so that a screen reader hears it arrive. */}
      <p class="unseen" role="status">{said.filter(Boolean).join(' ')}</p>
      {silenced.map(({ kind, held }) => <Silenced key={kind} visit={visit} kind={kind} held={held} />)}
      {news && <Told onClose={() => tell(null)}>{words.moderation[news]}</Told>}
      {you.invited && <InvitedOnStage visit={visit} />}
    </>
  );
}

type News = 'let' | 'letShown' | 'takenOff' | 'askedNoMore';

/** What changed for this seat, where it was a host who changed it. */
function useNews(visit: Visit, you: RoomState['you']) {
  const [news, tell] = useState<News | null>(null);
  const before = useRef(you);
  useEffect(() => {
    const was = before.current;
    before.current = you;
    if (was === you) return;
    const lets = (kind: Kind, device: 'microphone' | 'camera') => was.silenced.includes(kind) && !you.silenced.includes(kind) && !visit.devices?.get(device).on;
    if (was.onStage !== you.onStage || was.invited !== you.invited) {
      const own = visit.heeding?.byOneself();
      tell(you.onStage || you.invited || own ? null : was.onStage ? 'takenOff' : 'askedNoMore');
    } else if (you.onStage && lets('audio', 'microphone')) tell('let');
    else if (you.onStage && lets('video', 'camera')) tell('letShown');
    else if (you.silenced.length > was.silenced.length) tell(null); // it does not hold any more
  }, [you]);
  return [news, tell] as const;
}

function silencedSaid(kind: Kind, held: boolean): string {
  const { muted, mutedHeld, stopped, stoppedHeld } = words.moderation;
  if (kind === 'audio') return held ? mutedHeld : muted;
  return held ? stoppedHeld : stopped;
}

function Silenced({ visit, kind, held }: { visit: Visit; kind: Kind; held: boolean }) {
  const [seen, see] = useState(false);
  if (seen) return null;
  const [device, label] = kind === 'audio' ? (['microphone', words.devices.unmute] as const) : (['camera', words.devices.cameraOn] as const);
  return (
    <Told onClose={() => see(true)} action={!held && <Button onClick={() => void visit.devices?.turn(device, true)}>{label}</Button>}>
      {silencedSaid(kind, held)}
    </Told>
  );
}
