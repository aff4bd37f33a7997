/**
 * Blurring what is behind a person, where the camera or the system does it: the browser tells, and the page only asks.
 * It costs the page nothing, and where nobody does it nothing is offered. (mediacapture-extensions; TypeScript
 * does not know it yet.)
 */
export interface BlurConstraint {
  backgroundBlur?: { ideal: boolean };
}

/** Whether it is on now; null where there is no choice: no track, a browser that does not know it, or a system that decides alone. */
export function blurOf(track: MediaStreamTrack | null): boolean | null {
  const { backgroundBlur: may } = (track?.getCapabilities?.() ?? {}) as { backgroundBlur?: boolean[] };
  if (!may?.includes(true) || !may.includes(false)) return null;
  return (track!.getSettings() as { backgroundBlur?: boolean }).backgroundBlur ?? false;
}

/** Asks for it; `blurOf` says what came of it. What else was asked of the camera still holds. */
export async function askForBlur(track: MediaStreamTrack, on: boolean): Promise<void> {
  const asked: MediaTrackConstraints & BlurConstraint = { ...track.getConstraints(), backgroundBlur: { ideal: on } };
  await track.applyConstraints(asked).catch(() => undefined);
}
