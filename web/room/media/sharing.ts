import { Store } from '../../attendee/store.ts';

/** What is shared of one's screen, or why nothing is. */
export interface SharingState {
  video: MediaStreamTrack | null;
  /** Where the browser gives the sound of what is shared, and the person wants it. */
  audio: MediaStreamTrack | null;
  /** Chosen, and it could not be had. Saying no in the browser's question is no trouble. */
  failed: boolean;
}

const NOTHING: SharingState = { video: null, audio: null, failed: false };

/** Telephones cannot show their screen; they are not offered to. */
export const canShare = (): boolean => typeof navigator.mediaDevices?.getDisplayMedia === 'function';

/** This person's screen, as long as they share it: until they stop it here, in the browser's own bar, or close what they share. */
export class Sharing {
  readonly store = new Store<SharingState>(NOTHING);
  private asking = false;
  private over = false;

  get on(): boolean {
    return this.store.get().video !== null;
  }

  /** Asks what to share. Browsers allow the question only right after a click or a key. */
  async start(): Promise<void> {
    if (this.on || this.asking || this.over) return;
    this.asking = true;
    try {
      this.take(await navigator.mediaDevices.getDisplayMedia(WANTED));
    } catch (error) {
      this.store.set({ ...NOTHING, failed: (error as Error).name !== 'NotAllowedError' });
    } finally {
      this.asking = false;
    }
  }

  stop(): void {
    const { video, audio } = this.store.get();
    for (const track of [video, audio]) {
      if (track) track.onended = null;
      track?.stop();
    }
    if (video) this.store.set(NOTHING);
  }

  /** Left, while the browser may still be asking. */
  end(): void {
    this.over = true;
    this.stop();
  }

  private take(stream: MediaStream): void {
    const [video = null] = stream.getVideoTracks();
    const [audio = null] = stream.getAudioTracks();
    if (this.over || !video) return stream.getTracks().forEach((track) => track.stop());
    video.contentHint = 'detail'; // letters stay sharp; of movement a little less is enough
    video.onended = () => this.stop();
    if (audio) audio.onended = () => this.store.change({ audio: null });
    this.store.set({ video, audio, failed: false });
  }
}

/** The newer wishes are not in every browser, and in none of them an error. */
const WANTED = {
  video: { frameRate: { ideal: 15, max: 30 }, width: { max: 1920 }, height: { max: 1080 } },
  audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  selfBrowserSurface: 'exclude', // this page in itself, without end
  surfaceSwitching: 'include',
  systemAudio: 'include',
} as DisplayMediaStreamOptions;
