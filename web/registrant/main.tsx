import '../kit/base.css';
import { render } from 'preact';
import { speak } from '../words/spoken.js';
import { takeToken } from './link.ts';
import { Registrant } from './registrant.tsx';

// First of all the link's token leaves the address bar; everything else can wait.
const token = takeToken();
void speak().then(() => render(<Registrant token={token} />, document.getElementById('page')!));
