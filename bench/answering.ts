/** For a program that the benchmark asks: one question at a time, each answered, a failure told. */
export function answering(answer: (question: never) => Promise<object>): void {
  process.on('message', (question) => {
    answer(question as never).then(
      (found) => process.send!(found),
      (error: Error) => process.send!({ error: error.message }),
    );
  });
  process.on('disconnect', () => process.exit());
}
