/** Keys that press the room’s buttons. */
export const keys = {
  keys: {
    title: 'Keyboard shortcuts',
    active: 'Single keys work, except while you type',
    microphone: 'Mute or unmute',
    camera: 'Camera on or off',
    hand: 'Raise or lower your hand',
    view: 'Speaker view or grid view',
  },
};
