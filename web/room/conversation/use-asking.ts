import { useState } from 'preact/hooks';
import type { TalkRequest } from '../../../client/protocol.ts';
import { sentenceOf } from '../connection.ts';
import type { Talk } from './talk.ts';

/** Asks the server for something, one at a time, and keeps the sentence where it says no. */
export function useAsking(talk: Talk) {
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  async function ask(...requests: TalkRequest[]): Promise<boolean> {
    setTrouble('');
    setBusy(true);
    try {
      for (const request of requests) await talk.ask(request);
      return true;
    } catch (error) {
      setTrouble(sentenceOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { trouble, busy, ask };
}
