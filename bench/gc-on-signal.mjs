/** Loaded into each measured process, ours and the floor's alike: SIGWINCH collects its garbage, so that memory can be compared. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
process.on('SIGWINCH', () => collect());
