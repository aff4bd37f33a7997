import type { ClientMessage, Kind } from '../../../client/protocol.ts';
import { Store } from '../../attendee/store.ts';
import type { OwnDevices } from '../../attendee/devices/own-devices.ts';
import { RefusedByServer, type RoomConnection, type Standing } from '../connection.ts';
import type { RoomState } from '../room-state.ts';
import { Heeding } from './heeding.ts';

/** As much of the devices as hosts' decisions touch; `did` is what happened to them, in order. */
class Devices {
  readonly store = new Store({ camera: { on: true }, microphone: { on: true } });
  readonly did: string[] = [];
  resting = false;
  get = (device: 'camera' | 'microphone') => this.store.get()[device];
  turn(device: 'camera' | 'microphone', on: boolean): void {
    this.store.change({ [device]: { on } });
  }
  silence(device: 'camera' | 'microphone'): void {
    this.did.push(`silence ${device}`);
    this.turn(device, false);
  }
  rest(): void {
    this.did.push('rest');
    this.resting = true;
  }
  open(): Promise<void> {
    this.did.push('open');
    this.resting = false;
    return Promise.resolve();
  }
}

const you = { seatId: 'me', role: 'attendee', name: 'Me', place: 'room', onStage: true, steward: false, silenced: [] as Kind[], invited: false, decided: 0 } as const;

describe('what a page does with its devices when hosts decide', () => {
  let devices: Devices;
  let asked: ClientMessage[];
  let answer: () => Promise<void>;
  let line: Store<Standing>;
  let heeding: Heeding;
  const told = (now: Partial<Omit<RoomState['you'], 'silenced'>> & { silenced?: Kind[] }) => line.set({ line: 'open', room: { you: { ...you, ...now } } as RoomState });
  const settled = () => new Promise((soon) => setTimeout(soon));

  beforeEach(() => {
    devices = new Devices();
    asked = [];
    answer = () => Promise.resolve();
    line = new Store<Standing>({ line: 'open', room: null });
    const ask = (message: ClientMessage) => (asked.push(message), answer());
    heeding = new Heeding({ store: line, ask } as Pick<RoomConnection, 'store' | 'ask'>, devices as unknown as OwnDevices, []);
    told({});
  });

  it('turns off what was silenced, once', () => {
    told({ silenced: ['audio'] });
    told({ silenced: ['audio'], name: 'Changed' });
    expect(devices.did).toEqual(['silence microphone']);
    expect(devices.get('camera').on).toBe(true);
  });

  it('asks to be let through when the person turns it on again', async () => {
    told({ silenced: ['audio'] });
    devices.turn('microphone', true);
    told({ silenced: ['audio'], name: 'Not answered yet' });
    expect(asked).toEqual([{ type: 'unsilence', kind: 'audio' }]);
    told({});
    await settled();
    expect(devices.get('microphone').on).toBe(true);
  });

  it('is off again where a host holds it', async () => {
    told({ silenced: ['video'] });
    answer = () => Promise.reject(new Error('held-by-host'));
    devices.turn('camera', true);
    await settled();
    expect(devices.get('camera').on).toBe(false);
    expect(asked).toHaveLength(1);
  });

  it('asks again where no answer came, and leaves it on', async () => {
    told({ silenced: ['video'] });
    devices.turn('camera', false);
    let unanswered = 2;
    answer = () => (unanswered-- > 0 ? Promise.reject(new RefusedByServer('no-answer')) : (told({}), Promise.resolve()));
    devices.turn('camera', true);
    await settled();
    expect(devices.get('camera').on).toBe(true);
    expect(asked).toHaveLength(3);
  });

  it('asks when the line is back, where it was lost meanwhile', async () => {
    told({ silenced: ['video'] });
    answer = () => Promise.reject(new RefusedByServer('not-connected'));
    devices.turn('camera', true);
    line.change({ line: 'reconnecting' });
    await settled();
    answer = () => Promise.resolve();
    told({ silenced: ['video'] });
    await settled();
    expect(devices.get('camera').on).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('never turns anything on because a host allows it', () => {
    told({ silenced: ['audio'] });
    told({});
    expect(devices.get('microphone').on).toBe(false);
    expect(asked).toEqual([]);
  });

  it('puts the lights out off stage, lets the mirror show them while one prepares, and has them on stage again', async () => {
    told({ onStage: false });
    expect(devices.did).toEqual(['rest']);
    await heeding.prepare();
    told({ onStage: false, invited: true });
    expect(devices.did).toEqual(['rest', 'open']);
    told({ onStage: true });
    heeding.prepared();
    expect(devices.resting).toBe(false);
    told({ onStage: false });
    expect(devices.resting).toBe(true);
  });

  it('lets them rest again where somebody would rather not come', async () => {
    told({ onStage: false, invited: true });
    await heeding.prepare();
    heeding.prepared();
    expect(devices.resting).toBe(true);
  });

  it('opens them for who was on stage before a reload', () => {
    devices.resting = true;
    told({ name: 'Back' });
    expect(devices.did).toEqual(['open']);
  });

  it('leaves alone how people set themselves in the foyer and at the door', () => {
    for (const place of ['foyer', 'door'] as const) told({ place, onStage: false, silenced: ['audio'] });
    expect(devices.did).toEqual([]);
  });
});
