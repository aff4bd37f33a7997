/** The sentences of one language. A new language is one file with this shape, named in `languages.ts`. */
export interface Words {
  language: string;
  /** How dates look where the reader's locale says nothing more. */
  defaultLocale: string;
  greeting(name: string): string;
  minutes(count: number): string;
  duration(minutes: number): string;
  confirmation: { subject(title: string): string; heading: string; lead(host: string): string };
  update: { subject(title: string): string; heading: string; lead(host: string): string; leadForHost: string; before: string; now: string };
  linkAgain: { subject(title: string): string; heading: string; lead(): string };
  reminder: {
    subject(title: string, left: string): string;
    subjectLive(title: string): string;
    heading(left: string): string;
    headingLive: string;
    lead(host: string): string;
    leadLive(host: string): string;
    leadForHost: string;
  };
  cancellation: {
    subject(title: string): string;
    subjectRegistration(title: string): string;
    heading: string;
    headingRegistration: string;
    lead(host: string): string;
    leadForHost: string;
    leadRegistration: string;
  };
  when: string;
  wasPlanned: string;
  yourTime: string;
  sessionTime: string;
  host: string;
  about: string;
  join: string;
  openRoom: string;
  joinAt: string;
  joinLabel: string;
  personal: string;
  addTo: string;
  attached: string;
  sessionPage: string;
  whyYouGetThis(title: string): string;
  whyHost(title: string): string;
  answerTo(host: string): string;
}
