/** What is said about recordings. */
export const recording = {
  recording: {
    agree: 'I agree to be recorded',
    seenBy: {
      hosts: 'A host may record sound, picture and screen of whoever sends them. The hosts can watch it afterwards.',
      everyone: 'A host may record sound, picture and screen of whoever sends them. Everyone who was in can watch it afterwards.',
    },
    agreeFirst: 'Please agree first, or stay out.',
    on: 'Recording',
    begun: 'This session is being recorded.',
    over: 'The recording has ended.',
    record: 'Record',
    stop: 'Stop recording',
    heading: 'Recording',
    preparing: 'The recording is being prepared.',
    somebody: 'Somebody',
    kinds: { sound: 'Sound', picture: 'Picture', screen: 'Screen', 'screen-sound': 'Sound of the screen' },
  },
};
