/**
 * What stands before somebody's camera: a painted person in a painted room, who breathes and blinks. The
 * browser's own fake camera shows a test pattern, in which nobody can see whether a face is well framed.
 * Runs inside the page, before its scripts.
 */
export function paintBeforeCamera({ wall, hair, skin, shirt }: Portrait): void {
  const devices = navigator.mediaDevices;
  if (!devices) return;
  const ask = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted);
    const [camera] = stream.getVideoTracks();
    if (!camera) return stream;
    const settings = camera.getSettings();
    camera.stop();
    stream.removeTrack(camera);
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
    const pen = canvas.getContext('2d')!;
    const blob = (colour: string, x: number, y: number, width: number, height: number): void => {
      pen.fillStyle = colour;
      pen.beginPath();
      pen.ellipse(x, y, width, height, 0, 0, 7);
      pen.fill();
    };
    let frame = 0;
    const paint = (): void => {
      const breath = Math.sin(frame++ / 6) * 2;
      const light = pen.createRadialGradient(470, 40, 20, 420, 120, 520);
      light.addColorStop(0, '#ffe9bd');
      light.addColorStop(0.35, wall);
      light.addColorStop(1, '#3a3128');
      pen.fillStyle = light;
      pen.fillRect(0, 0, 640, 360);
      pen.fillStyle = 'rgb(60 40 20 / 0.28)';
      pen.fillRect(40, 96, 150, 8);
      [['#7b4a3a', 46], ['#d5a253', 66], ['#4d6b5a', 80], ['#b8b09c', 100], ['#8d5f0c', 122]].forEach(([spine, x]) => {
        pen.fillStyle = spine as string;
        pen.fillRect(x as number, 52 + ((x as number) % 9), 12, 44 - ((x as number) % 9));
      });
      blob(shirt, 320, 372 + breath, 150, 120);
      blob(skin, 320, 246 + breath, 34, 52);
      blob(hair, 320, 148 + breath, 84, 92);
      blob(skin, 320, 170 + breath, 66, 80);
      pen.fillStyle = hair;
      pen.beginPath();
      pen.ellipse(320, 118 + breath, 70, 42, 0, Math.PI, 0);
      pen.fill();
      const open = frame % 30 === 0 ? 1 : 6;
      blob('#2b211a', 296, 172 + breath, 5, open);
      blob('#2b211a', 344, 172 + breath, 5, open);
      pen.strokeStyle = 'rgb(70 30 20 / 0.7)';
      pen.lineWidth = 4;
      pen.lineCap = 'round';
      pen.beginPath();
      pen.arc(320, 196 + breath, 20, 0.35, Math.PI - 0.35);
      pen.stroke();
    };
    paint();
    const painting = setInterval(paint, 150);
    const [painted] = canvas.captureStream().getVideoTracks();
    painted!.getSettings = () => settings;
    const stop = painted!.stop.bind(painted);
    painted!.stop = () => {
      clearInterval(painting);
      stop();
    };
    stream.addTrack(painted!);
    return stream;
  };
}

/** Whom the camera sees, in colours. */
export interface Portrait {
  wall: string;
  hair: string;
  skin: string;
  shirt: string;
}

export const PORTRAITS = {
  hedy: { wall: '#8aa191', hair: '#2a1d17', skin: '#e8b894', shirt: '#17503f' },
  ada: { wall: '#b59a7c', hair: '#5a3420', skin: '#f0c8a6', shirt: '#7a2f3b' },
  ben: { wall: '#8f8fa5', hair: '#17120f', skin: '#9a6446', shirt: '#c98a2b' },
  cleo: { wall: '#a0897f', hair: '#c79a52', skin: '#f3d2b4', shirt: '#34506b' },
} satisfies Record<string, Portrait>;

/** Reads as a browser's refusal: nobody may ask the system that runs these pictures. */
export function refuseDevices(name: 'NotAllowedError' | 'NotFoundError'): void {
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Refused', name));
}
