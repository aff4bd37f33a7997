/** Those who are seen and heard. */
export const stage = {
  stage: {
    name: 'Stage',
    empty: 'Nobody is on stage at the moment. You will see and hear them here.',
    you: (name: string) => `${name} (you)`,
    muted: 'Muted',
    /** Those beside a large picture. */
    beside: 'The others',
    cameraOf: (name: string) => `Camera of ${name}`,
  },
};
