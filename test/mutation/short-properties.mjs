/** A property that held so long is believed: a mutant that it notices, it notices soon, and there are hundreds to be asked. */
import fc from 'fast-check';

fc.configureGlobal({ interruptAfterTimeLimit: 500 });
