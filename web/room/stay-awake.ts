/** Keeps a phone's screen on while somebody waits or takes part; a sleeping page would miss the start. */
export function stayAwake(): () => void {
  let lock: WakeLockSentinel | undefined;
  let over = false;
  const ask = async () => {
    if (over || document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    try {
      lock = await navigator.wakeLock.request('screen');
      if (over) await lock.release();
    } catch {
      // Battery saving: the server places the person all the same, and the page catches up on waking.
    }
  };
  const seen = () => void ask();
  void ask();
  document.addEventListener('visibilitychange', seen); // the lock is lost whenever the page is hidden
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', seen);
    void lock?.release().catch(() => undefined);
  };
}
