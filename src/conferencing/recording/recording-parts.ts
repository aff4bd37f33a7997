import { EraseRecordings } from './erase-recordings.js';
import { EraseRecordingsWhenSomebodyForgotten } from './erase-recordings-when-somebody-forgotten.js';
import { MakePlayable } from './make-playable.js';
import { RecordingsController } from './recordings.controller.js';
import { RecordingsOfSessionHandler } from './recordings-of-session.js';
import { RunRecording } from './run-recording.js';
import { Shelf } from './shelf.js';
import { StopRecordingWhenSessionOver } from './stop-recording-when-session-over.js';
import { WriteDown } from './write-down.js';

/** Everything that recording consists of, for the module. */
export const recordingParts = [EraseRecordings, EraseRecordingsWhenSomebodyForgotten, MakePlayable, RecordingsOfSessionHandler, RunRecording, Shelf, StopRecordingWhenSessionOver, WriteDown];

export const recordingControllers = [RecordingsController];
