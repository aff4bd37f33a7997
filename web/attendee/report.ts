import { api } from '../../client/api.ts';
import type { Schemas } from '../../client/api.ts';
import type { OwnDevices } from './devices/own-devices.ts';
import type { Device } from './devices/trouble.ts';

type Detail = Schemas['ReportBody']['detail'];

/** What only somebody does who sees the page; programs that open the links of mails do not. */
const SIGNS_OF_SOMEBODY = ['pointermove', 'pointerdown', 'keydown', 'touchstart', 'wheel'] as const;

/** Nobody waits for it, and nobody is told where it fails: it is for whoever asks later why somebody was not in. */
function tell(token: string, what: Schemas['ReportBody']['what'], detail?: Detail): void {
  void api.POST('/api/join/report', { body: { token, what, ...(detail && { detail }) }, keepalive: true }).catch(() => undefined);
}

/** Somebody opened their link: told with the first thing that they do on the page. */
export function reportOpened(token: string): void {
  const seen = (): void => {
    for (const sign of SIGNS_OF_SOMEBODY) removeEventListener(sign, seen);
    tell(token, 'opened');
  };
  for (const sign of SIGNS_OF_SOMEBODY) addEventListener(sign, seen, { passive: true });
}

/** Their camera or microphone cannot be used. */
export function reportTroubles(token: string, devices: OwnDevices): void {
  const told = new Set<Detail>();
  devices.store.watch(() => {
    for (const device of ['camera', 'microphone'] as const) {
      const detail = detailOf(device, devices.get(device).trouble);
      if (!detail || told.has(detail)) continue;
      told.add(detail);
      tell(token, 'device-refused', detail);
    }
  });
}

function detailOf(device: Device, trouble: ReturnType<OwnDevices['get']>['trouble']): Detail {
  if (!trouble || trouble === 'unplugged') return undefined;
  return trouble === 'insecure' ? 'insecure' : `${device}-${trouble}`;
}
