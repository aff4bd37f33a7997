import '../kit/base.css';
import { render } from 'preact';
import { Arrival } from './arrival.ts';
import { Attendee } from './attendee.tsx';
import { takeAddress } from './link.ts';

// First of all the link's token leaves the address bar; everything else can wait.
const arrival = new Arrival(takeAddress());
void arrival.open();
render(<Attendee arrival={arrival} />, document.getElementById('page')!);
