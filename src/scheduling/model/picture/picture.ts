export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** A picture without anything that is not seen. Width and height in pixels, as it is shown: upright. */
export interface PlainPicture {
  type: PictureType;
  bytes: Buffer;
  width: number;
  height: number;
}
