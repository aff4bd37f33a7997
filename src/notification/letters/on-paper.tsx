import type { CSSProperties, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { asText } from './as-text.js';
import type { Letter } from './letter.js';
import type { Moment, Sheet } from './sheet.js';
import type { Words } from './words.js';

/**
 * Mail programs read styles from the element itself and little else, so those are the day's colours; the
 * night's come from the one sheet in <head>, in programs that know `prefers-color-scheme`. No pictures,
 * no fonts to fetch: nothing tells anyone that the mail was opened.
 */
const STYLE = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; }
a { text-underline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  .ground { background: #15110c !important; }
  .sheet { background: #211b14 !important; border-color: #3b3226 !important; }
  .ink { color: #f5ecdc !important; }
  .soft { color: #b9ab94 !important; }
  .line { border-color: #3b3226 !important; }
  .door { background: #f4b95c !important; color: #291a02 !important; }
  .link { color: #f4b95c !important; }
  .slot { background: #2a2219 !important; }
}
@media (max-width: 480px) {
  .sheet { padding: 24px 20px !important; border-radius: 0 !important; border-left: 0 !important; border-right: 0 !important; }
  .ground { padding: 0 !important; }
  .door { display: block !important; text-align: center !important; }
}`;

/** What old mail programs still need on a table, and the types of HTML 5 no longer know. */
const BARE = { cellpadding: '0', cellspacing: '0', border: '0' } as object;

const BODY = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const SIGN = "Georgia, 'Times New Roman', serif";
const ink = '#241e15';
const soft = '#635846';
const link = '#17503f';

const text = (more: CSSProperties = {}): CSSProperties => ({ margin: '0 0 16px', fontSize: '16px', lineHeight: '1.55', color: ink, ...more });

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
          {moment.own.zone}{moment.session ? `, ${words.yourTime}` : ''}{duration ? ` · ${duration}` : ''}
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
  return (
    <html lang={words.language}>
      <head>
        <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>{sheet.subject}</title>
        {/* a constant of ours: escaping would break its quotes */}
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body class="ground" style={{ margin: 0, background: '#f7f2e7', fontFamily: BODY }}>
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{sheet.when.own.date}, {sheet.when.own.hours} · {sheet.title}</div>
        <table role="presentation" width="100%" {...BARE} class="ground" style={{ background: '#f7f2e7' }}>
          <tr>
            <td align="center" class="ground" style={{ padding: '32px 12px' }}>
              <table role="presentation" width="100%" {...BARE} style={{ maxWidth: '560px' }}>
                <tr>
                  <td class="sheet" align="left" style={{ background: '#fffdf8', border: '1px solid #e0d5be', borderRadius: '14px', padding: '36px 40px', fontFamily: BODY }}>
                    <p class="soft" style={text({ margin: '0 0 12px', fontSize: '15px', color: soft })}>{sheet.greeting}</p>
                    <h1 class="ink" style={{ margin: '0 0 12px', fontFamily: SIGN, fontSize: '28px', lineHeight: '1.2', fontWeight: 600, color: ink }}>{sheet.heading}</h1>
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

                    {action ? (
                      <div style={{ margin: '0 0 24px' }}>
                        <a href={action.url} class="door" style={{ display: 'inline-block', background: '#17503f', color: '#fffaf0', fontSize: '17px', fontWeight: 600, lineHeight: '1.2', textDecoration: 'none', padding: '15px 28px', borderRadius: '999px' }}>{action.label}</a>
                        <p class="soft" style={text({ margin: '14px 0 0', fontSize: '14px', color: soft })}>
                          {action.note ? <>{action.note}<br /></> : null}
                          <a href={action.url} class="link" style={{ color: link, wordBreak: 'break-all' }}>{action.url}</a>
                        </p>
                      </div>
                    ) : null}

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
                  </td>
                </tr>
                <tr>
                  <td style={{ padding: '20px 24px', fontFamily: BODY }} align="left">
                    {sheet.footer.map((line) => <p class="soft" style={{ margin: '0 0 4px', fontSize: '13px', lineHeight: '1.5', color: soft }}>{line}</p>)}
                    {[sheet.own, sheet.stop].map((link) => link && <p class="soft" style={{ margin: '8px 0 0', fontSize: '13px', lineHeight: '1.5', color: soft }}><a href={link.url} class="soft" style={{ color: soft }}>{link.label.replace(/\s*[:：]$/, '')}</a></p>)}
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

/** A laid-out letter as a mail carries it: plain text, and HTML written by an engine that escapes whatever people typed. */
export const onPaper = (sheet: Sheet): Letter => ({
  subject: sheet.subject,
  text: asText(sheet),
  html: `<!doctype html>\n${renderToString(<Page of={sheet} />)}\n`,
  language: sheet.words.language,
});
