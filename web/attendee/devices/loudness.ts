let context: AudioContext | null = null;

/** How loud a microphone is at this moment, from 0 to 1. */
export interface Loudness {
  now(): number;
  stop(): void;
}

/** Listens to a track without playing it. */
export function loudnessOf(track: MediaStreamTrack): Loudness {
  context ??= new AudioContext();
  // Some browsers let sound run only after a first click; the next listener then finds it running.
  if (context.state === 'suspended') void context.resume().catch(() => undefined);
  const source = context.createMediaStreamSource(new MediaStream([track]));
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    now() {
      if (!track.enabled) return 0;
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, one) => sum + one * one, 0) / samples.length;
      // Speech lies between some -50 dB and -15 dB: that span fills the scale.
      return Math.min(1, Math.max(0, (10 * Math.log10(power + 1e-9) + 50) / 35));
    },
    stop: () => source.disconnect(),
  };
}

/** A short, soft sound on the chosen speaker, to hear whether it is the right one. */
export async function ring(speakerId?: string): Promise<void> {
  const sound = new AudioContext();
  const out = sound.createMediaStreamDestination();
  const tone = sound.createOscillator();
  const volume = sound.createGain();
  volume.gain.setValueAtTime(0.0001, sound.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.25, sound.currentTime + 0.05);
  volume.gain.exponentialRampToValueAtTime(0.0001, sound.currentTime + 0.9);
  tone.frequency.setValueAtTime(523, sound.currentTime);
  tone.frequency.setValueAtTime(659, sound.currentTime + 0.3);
  tone.connect(volume).connect(out);
  const player = new Audio();
  player.srcObject = out.stream;
  if (speakerId && 'setSinkId' in player) await player.setSinkId(speakerId).catch(() => undefined); // unplugged: the usual one
  tone.start();
  tone.stop(sound.currentTime + 1);
  tone.onended = () => void sound.close();
  await player.play();
}
