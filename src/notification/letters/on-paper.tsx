import type { CSSProperties, JSX } from 'preact';
import { asHtml, Door, HOUSE, ink, Paper, soft, text } from '../../platform/mail/paper.js';
import { asText } from './as-text.js';
import type { Letter } from './letter.js';
import type { Moment, Sheet } from './sheet.js';
import type { Words } from './words.js';

function When({ label, moment, words, duration, struck, off }: { label: string; moment: Moment; words: Words; duration?: string; struck?: boolean; off?: boolean }): JSX.Element {
  const line: CSSProperties = { margin: 0, textDecoration: struck ? 'line-through' : 'none' };
  return (
    <div style={{ margin: '0 0 12px' }}>
      <p class="soft" style={{ margin: '0 0 2px', fontSize: '13px', color: soft }}>{label}</p>
      <p class={struck || off ? 'soft' : 'ink'} style={{ ...line, fontSize: struck ? '15px' : '18px', lineHeight: '1.4', fontWeight: struck || off ? 400 : 600, color: struck || off ? soft : ink }}>
        {moment.own.date}, <span style={{ whiteSpace: 'nowrap' }}>{moment.own.hours}</span>
      </p>
      {struck ? null : (
        <p class="soft" style={{ margin: '2px 0 0', fontSize: '14px', lineHeight: '1.5', color: soft }}>
          {moment.own.zone}{moment.session ? `, ${words.yourTime}` : ''}{duration ? <> · <span style={{ whiteSpace: 'nowrap' }}>{duration}</span></> : null}
        </p>
      )}
      {moment.session && !struck ? (
        <p class="soft" style={{ margin: '6px 0 0', fontSize: '14px', lineHeight: '1.5', color: soft }}>
          {moment.session.date}, <span style={{ whiteSpace: 'nowrap' }}>{moment.session.hours}</span><br />{moment.session.zone}, {words.sessionTime}
        </p>
      ) : null}
    </div>
  );
}

function Page({ of: sheet }: { of: Sheet }): JSX.Element {
  const { words, action } = sheet;
  const look = sheet.look ?? HOUSE;
  const link = look.day.accent;
  const foot = (
    <>
      {sheet.footer.map((line) => <p class="soft" style={{ margin: '0 0 4px', fontSize: '13px', lineHeight: '1.5', color: soft }}>{line}</p>)}
      {[sheet.own, sheet.stop].map((link) => link && <p class="soft" style={{ margin: '8px 0 0', fontSize: '13px', lineHeight: '1.5', color: soft }}><a href={link.url} class="soft" style={{ color: soft }}>{link.label.replace(/\s*[:：]$/, '')}</a></p>)}
    </>
  );
  return (
    <Paper look={look} language={words.language} subject={sheet.subject} glance={`${sheet.when.own.date}, ${sheet.when.own.hours} · ${sheet.title}`} greeting={sheet.greeting} heading={sheet.heading} foot={foot}>
      <p class="ink" style={text({ margin: '0 0 24px' })}>{sheet.lead}</p>

      {sheet.message ? (
        <div class="line" style={{ borderLeft: '3px solid #e0d5be', padding: '2px 0 2px 16px', margin: '0 0 24px' }}>
          <p class="soft" style={text({ margin: '0 0 4px', fontSize: '13px', color: soft })}>{sheet.message.from}</p>
          <p class="ink" style={text({ margin: 0, fontSize: '15px', whiteSpace: 'pre-line', wordBreak: 'break-word' })}>{sheet.message.text}</p>
        </div>
      ) : null}

      <div class="slot" style={{ background: '#f7f2e7', borderRadius: '10px', padding: '20px 20px 8px', margin: '0 0 24px' }}>
        <h2 class="ink" style={{ margin: '0 0 4px', fontSize: '19px', lineHeight: '1.35', fontWeight: 600, color: ink, wordBreak: 'break-word' }}>{sheet.title}</h2>
        <p class="soft" style={text({ margin: '0 0 16px', fontSize: '14px', color: soft })}>{words.host}: {sheet.hostName}</p>
        {sheet.before ? <When label={words.update.before} moment={sheet.before} words={words} struck /> : null}
        <When label={sheet.off ? words.wasPlanned : sheet.before ? words.update.now : words.when} moment={sheet.when} words={words} duration={sheet.duration} off={sheet.off} />
      </div>

      {action ? <Door look={look} to={action.url} says={action.label} note={action.note} /> : null}

      {sheet.calendars.length > 0 ? (
        <p class="soft" style={text({ fontSize: '14px', color: soft })}>
          {words.addTo}{' '}
          {sheet.calendars.map(({ label, url }, at) => <>{at > 0 ? ' · ' : ''}<a href={url} class="link" style={{ color: link }}>{label}</a></>)}
          <br />{words.attached}
        </p>
      ) : null}

      {sheet.about ? (
        <div class="line" style={{ borderTop: '1px solid #e0d5be', padding: '16px 0 0', margin: '24px 0 0' }}>
          <p class="soft" style={text({ margin: '0 0 4px', fontSize: '13px', color: soft })}>{words.about}</p>
          <p class="ink" style={text({ fontSize: '15px', whiteSpace: 'pre-line', wordBreak: 'break-word' })}>{sheet.about}</p>
        </div>
      ) : null}
      <p class="soft" style={text({ margin: 0, fontSize: '14px', color: soft })}>{words.sessionPage} <a href={sheet.pageUrl} class="link" style={{ color: link, wordBreak: 'break-all' }}>{sheet.pageUrl}</a></p>
    </Paper>
  );
}

/** A laid-out letter as a mail carries it: plain text, and HTML. */
export const onPaper = (sheet: Sheet): Letter => ({
  subject: sheet.subject,
  text: asText(sheet),
  html: asHtml(<Page of={sheet} />),
  language: sheet.words.language,
});
