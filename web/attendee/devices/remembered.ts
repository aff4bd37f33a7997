/** Which devices somebody chose last, and whether they were on: kept in this browser, told to nobody. */
export interface Choice {
  cameraId?: string;
  microphoneId?: string;
  speakerId?: string;
  blur?: boolean;
  cameraOn: boolean;
  microphoneOn: boolean;
}

const KEY = 'foyer-devices';

export function rememberedChoice(): Choice {
  const first: Choice = { cameraOn: true, microphoneOn: true };
  try {
    return { ...first, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Choice>) };
  } catch {
    return first; // storage forbidden or spoilt: as on the first visit
  }
}

export function rememberChoice(choice: Choice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // Not remembered, and nothing else is lost.
  }
}
