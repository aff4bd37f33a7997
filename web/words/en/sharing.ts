/** Showing one’s screen. */
export const sharing = {
  sharing: {
    share: 'Share screen',
    stop: 'Stop sharing',
    youShare: 'You are sharing your screen.',
    failed: 'Your screen could not be shared. The system may not allow the browser to; then try again.',
    screenOf: (name: string) => `Screen of ${name}`,
    shares: (name: string) => `${name} is sharing a screen.`,
    ended: 'The screen is no longer shared.',
  },
};
