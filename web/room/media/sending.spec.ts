import { pictureAt, screenAt } from './sending.ts';

const track = (width: number, height: number) => ({ getSettings: () => ({ width, height }) }) as MediaStreamTrack;

describe('what is sent of a camera', () => {
  it('is as large as the largest tile that anyone shows, and no larger', () => {
    expect(pictureAt(720, track(1280, 720))).toEqual({ maxBitrate: 1_500_000, scaleResolutionDownBy: 1 });
    expect(pictureAt(360, track(1280, 720))).toEqual({ maxBitrate: 500_000, scaleResolutionDownBy: 2 });
    expect(pictureAt(180, track(1280, 720))).toEqual({ maxBitrate: 200_000, scaleResolutionDownBy: 4 });
  });
  it('is never made larger than the camera gives', () => expect(pictureAt(1080, track(640, 360)).scaleResolutionDownBy).toBe(1));
  it('fills the width of a tile, where the camera stands upright', () => expect(pictureAt(360, track(720, 1280)).scaleResolutionDownBy).toBeCloseTo(1.125));
  it('still flows where nobody looks, so that who comes sees it at once', () => expect(pictureAt(0, track(1280, 720))).toEqual({ maxBitrate: 80_000, scaleResolutionDownBy: 8 }));
});

describe('what is sent of a screen', () => {
  it('can be read on a small telephone', () => expect(screenAt(180, track(1920, 1080)).scaleResolutionDownBy).toBe(2));
  it('is whole where it is shown whole', () => expect(screenAt(1080, track(1920, 1080)).scaleResolutionDownBy).toBe(1));
});
