import '../kit/base.css';
import { render } from 'preact';
import { speak } from '../words/spoken.js';
import { Arrival } from './arrival.ts';
import { Attendee } from './attendee.tsx';
import { takeAddress } from './link.ts';

// First of all the link's token leaves the address bar; everything else can wait.
const arrival = new Arrival(takeAddress());
void arrival.open();
// The words come while the server is asked; not a thing is shown without them.
void speak().then(() => render(<Attendee arrival={arrival} />, document.getElementById('page')!));
