import { useId } from 'preact/hooks';
import { FieldError, Tick } from '../kit/field.tsx';
import { words } from '../words/spoken.js';

interface AgreeToRecordingProps {
  seenBy: 'hosts' | 'everyone';
  agreed: boolean;
  onAgree: (agreed: boolean) => void;
  /** They pressed Join without. */
  missing: boolean;
}

/** Asked before the door where a host may record, once: who agrees, and to what. */
export function AgreeToRecording({ seenBy, agreed, onAgree, missing }: AgreeToRecordingProps) {
  const { recording } = words;
  const error = useId();
  return (
    <div>
      <Tick name="recording" checked={agreed} onChange={onAgree} label={recording.agree} help={recording.seenBy[seenBy]} aria-invalid={missing || undefined} aria-errormessage={missing ? error : undefined} />
      <FieldError id={error} error={missing ? recording.agreeFirst : undefined} />
    </div>
  );
}
