import type { ComponentChildren, CSSProperties, JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Look } from '../../../client/look.js';

/**
 * Mail programs read styles from the element itself and little else, so those are the day's colours; the
 * night's come from the one sheet in <head>, in programs that know `prefers-color-scheme`. No pictures,
 * no fonts to fetch: nothing tells anyone that the mail was opened.
 */
const styleIn = ({ night }: Tones): string => `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; }
a { text-underline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  .ground { background: #15110c !important; }
  .sheet { background: #211b14 !important; border-color: #3b3226 !important; }
  .ink { color: #f5ecdc !important; }
  .soft { color: #b9ab94 !important; }
  .line { border-color: #3b3226 !important; }
  .door { background: ${night.accent} !important; color: ${night.on} !important; }
  .link { color: ${night.accent} !important; }
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
export const ink = '#241e15';
export const soft = '#635846';

/** The two colours of a button and of links, by day and by night. */
type Tones = Record<keyof Look, Pick<Look['day'], 'accent' | 'on'>>;
export const HOUSE: Tones = { day: { accent: '#17503f', on: '#fffaf0' }, night: { accent: '#f4b95c', on: '#291a02' } };

export const text = (more: CSSProperties = {}): CSSProperties => ({ margin: '0 0 16px', fontSize: '16px', lineHeight: '1.55', color: ink, ...more });

interface Written {
  /** Of whoever it is sent for. */
  look?: Tones;
  language: string;
  subject: string;
  /** What a list of mails shows after the subject. */
  glance: string;
  greeting: string;
  heading: string;
  children: ComponentChildren;
  /** Below the sheet, in small. */
  foot?: ComponentChildren;
}

/** Every mail that leaves here is written on this: one sheet on a quiet ground, by day and by night, on a phone and on a desk. */
export function Paper({ look = HOUSE, language, subject, glance, greeting, heading, children, foot }: Written): JSX.Element {
  return (
    <html lang={language}>
      <head>
        <meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no" />
        <title>{subject}</title>
        {/* ours, and colours: escaping would break its quotes */}
        <style dangerouslySetInnerHTML={{ __html: styleIn(look) }} />
      </head>
      <body class="ground" style={{ margin: 0, background: '#f7f2e7', fontFamily: BODY }}>
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{glance}</div>
        <table role="presentation" width="100%" {...BARE} class="ground" style={{ background: '#f7f2e7' }}>
          <tr>
            <td align="center" class="ground" style={{ padding: '32px 12px' }}>
              <table role="presentation" width="100%" {...BARE} style={{ maxWidth: '560px' }}>
                <tr>
                  <td class="sheet" align="left" style={{ background: '#fffdf8', border: '1px solid #e0d5be', borderRadius: '14px', padding: '36px 40px', fontFamily: BODY }}>
                    <p class="soft" style={text({ margin: '0 0 12px', fontSize: '15px', color: soft })}>{greeting}</p>
                    <h1 class="ink" style={{ margin: '0 0 12px', fontFamily: SIGN, fontSize: '28px', lineHeight: '1.2', fontWeight: 600, color: ink, wordBreak: 'break-word' }}>{heading}</h1>
                    {children}
                  </td>
                </tr>
                {foot ? <tr><td style={{ padding: '20px 24px', fontFamily: BODY }} align="left">{foot}</td></tr> : null}
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html>
  );
}

/** The one thing to do. */
export function Door({ look: { day } = HOUSE, to, says, note }: { look?: Tones; to: string; says: string; note: string | null }): JSX.Element {
  return (
    <div style={{ margin: '0 0 24px' }}>
      <a href={to} class="door" style={{ display: 'inline-block', background: day.accent, color: day.on, fontSize: '17px', fontWeight: 600, lineHeight: '1.2', textDecoration: 'none', padding: '15px 28px', borderRadius: '999px' }}>{says}</a>
      <p class="soft" style={text({ margin: '14px 0 0', fontSize: '14px', color: soft })}>
        {note ? <>{note}<br /></> : null}
        <a href={to} class="link" style={{ color: day.accent, wordBreak: 'break-all' }}>{to}</a>
      </p>
    </div>
  );
}

/** HTML written by an engine that escapes whatever people typed. */
export const asHtml = (paper: JSX.Element): string => `<!doctype html>\n${renderToString(paper)}\n`;
