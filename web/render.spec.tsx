import { renderMessagePage, renderNoSession, renderPublicPage, type PublicSession } from './render.js';
import { ALL } from './words/all.js';
import { LANGUAGES, type Language } from './words/languages.js';

const HOSTILE = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</title></style></textarea></option></select></form><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  `' autofocus onfocus='alert(1)`,
  '<!--<script>',
  ']]><iframe srcdoc="<script>alert(1)</script>">',
  '\u2028\u2029&lt;script&gt;&#60;b&#62;',
  'javascript:alert(1) https://x.example/"onclick="alert(1)',
  '{{constructor}}${alert(1)}',
];

function session(text: string, more: Partial<PublicSession> = {}): PublicSession {
  return {
    id: text,
    slug: text,
    title: text,
    description: `${text}\n\n${text}`,
    hostName: text,
    theme: 'meeting',
    when: { wallTime: '2026-12-01T15:00', timeZone: 'Europe/Berlin', durationMinutes: 60, startsAt: '2026-12-01T14:00:00.000Z', endsAt: '2026-12-01T15:00:00.000Z' },
    status: 'scheduled',
    accent: null,
    picture: null,
    passcode: false,
    phase: 'upcoming',
    registration: {
      open: true,
      approval: false, closesAt: null,
      fields: (['short-text', 'long-text', 'choice', 'choices', 'checkbox', 'phone', 'url', 'number', 'date'] as const).map((kind, n) => ({
        key: `${text}${n}`, label: text, help: text, kind, required: n % 2 === 0, options: kind.startsWith('choice') ? [text, 'else'] : [],
      })),
    },
    ...more,
  };
}

/** Every tag of a page, without what stands inside the attributes' quotes. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<\/?[a-zA-Z!](?:"[^"]*"|'[^']*'|[^"'>])*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));
}

function publicPage(text: string): string {
  const typed = session(text).registration!.fields.map((field) => [`answers.${field.key}`, text]);
  return renderPublicPage({
    session: session(text),
    css: 'a{}',
    script: '/assets/enhance.js',
    address: `https://foyer.example/s/${encodeURIComponent(text)}`,
    values: { email: text, name: text, ...Object.fromEntries(typed) },
    problem: { title: text, detail: text, errors: [{ pointer: '/email', code: 'x', detail: text }, { pointer: `/answers/${text.replaceAll('~', '~0').replaceAll('/', '~1')}0`, code: 'x', detail: text }, { pointer: text, code: text, detail: text }] },
  });
}

describe('the public page', () => {
  it.each(HOSTILE)('is made of the same tags whatever is written into it: %j', (text) => {
    // As many errors, fields and paragraphs, and nothing in them but a letter.
    const paragraphsOfLinks = text.includes('https://') ? 'https://x.example/' : 'a';
    expect(tagsOf(publicPage(text))).toEqual(tagsOf(publicPage(paragraphsOfLinks)));
  });

  it.each(HOSTILE)('has no script but its own and its data: %j', (text) => {
    const scripts = tagsOf(publicPage(text)).filter((tag) => tag.startsWith('<script'));
    expect(scripts).toHaveLength(2);
    expect(publicPage(text)).not.toMatch(/<[^>"]*\son\w+=/);
  });

  it.each(HOSTILE)('tells search engines the title as it is, in data that cannot end early: %j', (text) => {
    const [, data] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(publicPage(text))!;
    expect(data).not.toMatch(/[<>\u2028\u2029]/);
    expect(JSON.parse(data!)).toMatchObject({ '@type': 'Event', name: text, organizer: { name: text } });
  });

  const withPicture = (alt: string | null): string => renderPublicPage({
    session: session('a', { picture: { path: '/api/public/sessions/a-k3x9qa/picture/hash', width: 1_600, height: 900, alt } }), css: '', address: 'https://foyer.example/s/a-k3x9qa',
  });

  it.each(HOSTILE)('is made of the same tags whatever its picture is said to show: %j', (text) => {
    expect(tagsOf(withPicture(text))).toEqual(tagsOf(withPicture('a')));
  });

  it.each(['A bowl', null])('shows its picture with its words and its place, and link previews by its whole address: %j', (alt) => {
    const page = withPicture(alt);
    expect(page).toContain(alt === null ? 'height="900" alt style=' : 'height="900" alt="A bowl"');
    expect(page).toContain('width="1600" height="900"');
    expect(page).toContain('<meta property="og:image" content="https://foyer.example/api/public/sessions/a-k3x9qa/picture/hash"');
    expect(page).toContain('"image":"https://foyer.example/api/public/sessions/a-k3x9qa/picture/hash"');
    expect(page.includes('og:image:alt')).toBe(alt !== null);
    expect(page).toContain('content="summary_large_image"');
    expect(renderPublicPage({ session: session('a'), css: '' })).not.toMatch(/<img|og:image|summary_large_image/);
  });

  it('names the session’s zone, and keeps a place for the viewer’s', () => {
    const page = renderPublicPage({ session: session('a'), css: '' });
    expect(page).toContain('Europe/Berlin (GMT+1)');
    expect(page).toContain('Tuesday, 1 December 2026');
    expect(page).toContain('id="own-time"');
  });

  it('names both zones where the viewer’s is known', () => {
    expect(renderPublicPage({ session: session('a'), css: '', viewerTimeZone: 'America/New_York' })).toContain('America/New York (GMT−5)');
  });

  it('puts a mistake beside its field and ties it to the control', () => {
    const page = renderPublicPage({ session: session('a'), css: '', values: { email: 'nobody' }, problem: { errors: [{ pointer: '/email', code: 'email', detail: 'Not an address.' }] } });
    expect(page).toMatch(/<input[^>]*id="f-email"[^>]*aria-describedby="f-email-help f-email-error"[^>]*aria-invalid="true"[^>]*value="nobody"/);
    expect(page).toContain('<p class="error" id="f-email-error">Not an address.</p>');
    expect(page).toMatch(/role="alert"[^>]*>.*href="#f-email"/);
  });

  it('gives back everything that was typed', () => {
    const form = { open: true, approval: false, closesAt: null, fields: [{ key: 'parts', label: 'Parts', help: '', kind: 'choices' as const, required: false, options: ['One', 'Two', 'Three'] }] };
    const page = renderPublicPage({ session: session('a', { registration: form }), css: '', values: { 'answers.parts': ['One', 'Three'] } });
    expect([...page.matchAll(/value="(\w+)" checked/g)].map(([, value]) => value)).toEqual(['One', 'Three']);
  });

  it.each([
    ['cancelled', 'has cancelled this session'],
    ['ended', 'This session has ended'],
    ['missed', 'has not started this session'],
  ] as const)('offers no form once it is %s, and says so', (phase, sentence) => {
    const page = renderPublicPage({ session: session('a', { phase }), css: '' });
    expect(page).not.toContain('<form');
    expect(page).toContain(sentence);
  });

  it('leads straight to the room where no registration is asked', () => {
    const page = renderPublicPage({ session: session('a', { slug: 'stand-up-k3x9qa', registration: null }), css: '' });
    expect(page).toContain('href="/room/stand-up-k3x9qa?lang=en"');
    expect(page).not.toContain('<form');
  });

  it('says until when one may register, in the session’s zone, for whom no script adds their own', () => {
    const page = renderPublicPage({ session: session('a', { registration: { open: true, approval: false, closesAt: '2026-11-30T17:00:00.000Z', fields: [] } }), css: '', wanted: ['de'] });
    expect(page).toMatch(/Anmeldung möglich bis <time datetime="2026-11-30T17:00:00.000Z">30\. Nov\. 2026, 18:00<\/time>, Europe\/Berlin \(GMT\+1\)/i);
  });

  it('says that registration is closed when it is', () => {
    expect(renderPublicPage({ session: session('a', { registration: { open: false, approval: false, closesAt: null, fields: [] } }), css: '' })).toContain('Registration is closed');
  });

  it('answers a registration with the same open dialog for everybody', () => {
    expect(renderPublicPage({ session: session('a'), css: '', standing: 'confirmed' })).toMatch(/<dialog[^>]* open/);
    expect(renderPublicPage({ session: session('a'), css: '' })).not.toMatch(/<dialog[^>]* open/);
  });
});

describe.each(Object.keys(LANGUAGES) as Language[])('the public page in %s', (language) => {
  const words = ALL[language];
  const page = (more: Partial<PublicSession> = {}, door: object = {}) => renderPublicPage({ session: session('a', more), css: '', wanted: ['nl', language, 'en'], ...door });
  /** What a person reads of it: no tags, no data. */
  const read = (html: string) => html.replace(/<script.*?<\/script>|<footer.*<\/footer>/gs, '').replace(/<[^>]*>/g, ' ').replaceAll('&amp;', '&');

  it('says so, and keeps it with the registration', () => {
    expect(page()).toContain(`<html lang="${language}">`);
    expect(page()).toMatch(new RegExp(`<input type="hidden" name="locale" value="${language}-[A-Z]{2}"`));
    expect(renderPublicPage({ session: session('a'), css: '', wanted: [language === 'de' ? 'de-AT' : language] })).toContain(language === 'de' ? 'value="de-AT"' : `<html lang="${language}">`);
  });

  it('names the day as the language does', () => {
    const locale = /name="locale" value="([^"]+)"/.exec(page())![1]!;
    expect(page()).toContain(new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'Europe/Berlin' }).format(new Date('2026-12-01T14:00:00Z')));
  });

  it('leaves no English sentence among the others', () => {
    if (language === 'en') return expect(read(page())).toContain('invites you to a meeting');
    const states = (['upcoming', 'live', 'cancelled', 'ended', 'missed'] as const).flatMap((phase) => [page({ phase }), page({ phase, registration: null }), page({ phase, registration: { open: false, approval: false, closesAt: null, fields: [] } })]);
    for (const shown of [...states, page({}, { standing: 'confirmed' }), page({}, { problem: { errors: [{ pointer: '/email', code: 'required', detail: 'Please give' }] } }), renderNoSession({ css: '', wanted: [language] })]) {
      expect(read(shown)).not.toMatch(/\b(the|your|you|this|please|is|has|needed|Choose|Check|Register|Join)\b/);
    }
  });

  it('tells a mistake by its code, beside the field and above the form', () => {
    const wrong = page({}, { problem: { code: 'invalid', detail: 'In English.', errors: [{ pointer: '/email', code: 'address', detail: 'In English.' }, { pointer: '/name', code: 'too-long', detail: 'At most 100 characters, please.' }] } });
    expect(wrong).toContain(`<p class="error" id="f-email-error">${words.mistakes.address}</p>`);
    expect(wrong).toContain(`${words.mistakes['too-long'].replace('{most}', '100')}</p>`);
    expect(read(wrong)).toContain(words.form.again);
    expect(read(wrong)).not.toContain('In English.');
    expect(read(page({}, { problem: { code: 'registration-closed', detail: 'In English.' } }))).toContain(words.refusals['registration-closed']);
  });

  it('leads to itself in every other language', () => {
    for (const other of Object.keys(LANGUAGES)) expect(page()).toContain(`href="?lang=${other}"`);
    expect(page()).toMatch(new RegExp(`hreflang="${language}"[^>]*aria-current="true"`));
  });
});

describe('a page that says one thing', () => {
  it.each(HOSTILE)('says it as text: %j', (text) => {
    const page = (words: string) => renderMessagePage({ title: words, text: words, css: '' });
    expect(tagsOf(page(text))).toEqual(tagsOf(page('a')));
  });
});
