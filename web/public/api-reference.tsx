import { byTag, nameOf, type ApiContent, type ApiDocument, type ApiSchema, type PlacedOperation } from './api-document.js';
import { Entry, Properties, schemaAnchor, Type, Words } from './api-schema.js';
import { renderDocument } from './document.js';

export interface ReferencePage {
  document: ApiDocument;
  css: string;
  /** Address of `public/reference.css` as built: what only this page needs. */
  sheet?: string;
  icon?: string;
  /** The server's own origin, for the example. */
  origin: string;
}

/** The API's document, to be read by people: one page, no script, each operation and schema with an address of its own. */
export function renderApiReference({ document, css, sheet, icon, origin }: ReferencePage): string {
  const groups = [...byTag(document)];
  const schemas = Object.entries(document.components?.schemas ?? {});
  return renderDocument({
    title: `The API · ${document.info.title}`,
    css,
    icon,
    head: sheet && <link rel="stylesheet" href={sheet} />,
    children: (
      <div class="reference">
        <Contents groups={groups} />
        <main id="main">
          <h1>The API</h1>
          {document.info.description && <p><Words text={document.info.description} /></p>}
          <p>Everything the pages do, a program can do. The same in a form for programs: <a href="/openapi.json">openapi.json</a> (OpenAPI 3). What travels over the WebSocket is not part of it.</p>
          <WhoAsks document={document} origin={origin} />
          {groups.map(([tag, operations]) => (
            <section aria-labelledby={tag}>
              <h2 id={tag}>{titled(tag)}</h2>
              {operations.map((operation) => <Operation operation={operation} document={document} />)}
            </section>
          ))}
          {schemas.length > 0 && (
            <section aria-labelledby="schemas">
              <h2 id="schemas">Schemas</h2>
              {schemas.map(([name, schema]) => (
                <article class="schema" aria-labelledby={schemaAnchor(name)}>
                  <h3 id={schemaAnchor(name)}><a href={`#${schemaAnchor(name)}`}>{name}</a></h3>
                  {schema.description && <p><Words text={schema.description} /></p>}
                  <Properties schema={schema} />
                </article>
              ))}
            </section>
          )}
        </main>
      </div>
    ),
  });
}

function Contents({ groups }: { groups: [string, PlacedOperation[]][] }) {
  return (
    <nav class="contents" aria-label="Contents">
      <ul>
        {groups.map(([tag, operations]) => (
          <li>
            <a href={`#${tag}`}>{titled(tag)}</a>
            <ul>{operations.map(({ id, summary, path }) => <li><a href={`#${id}`}>{summary ?? path}</a></li>)}</ul>
          </li>
        ))}
        <li><a href="#schemas">Schemas</a></li>
      </ul>
    </nav>
  );
}

function WhoAsks({ document, origin }: { document: ApiDocument; origin: string }) {
  const schemes = Object.values(document.components?.securitySchemes ?? {});
  return (
    <section aria-labelledby="who-asks">
      <h2 id="who-asks">Who asks</h2>
      <p>Organizers are known by one of these; where an operation asks for neither, it is open to anybody.</p>
      <ul>
        {schemes.map((scheme) => scheme.type === 'http'
          ? <li><code>Authorization: Bearer …</code>: {scheme.description ?? 'a key'}</li>
          : <li>The cookie <code>{scheme.name}</code>{scheme.description ? `: ${scheme.description}` : ', which signing in sets'}</li>)}
      </ul>
      <pre tabIndex={0} aria-label="Example">{`curl -H 'Authorization: Bearer <your key>' ${origin}/api/sessions?state=upcoming`}</pre>
      <p>Every operation may refuse: see <a href={`#${schemaAnchor('Problem')}`}>Problem</a>.</p>
    </section>
  );
}

function Operation({ operation, document }: { operation: PlacedOperation; document: ApiDocument }) {
  const { id, method, path, summary, description, parameters = [], requestBody, responses = {}, security } = operation;
  return (
    <article class="operation" aria-labelledby={id}>
      <h3 id={id}><a href={`#${id}`}>{summary ?? id}</a></h3>
      <p class="address"><b data-method={method}>{method.toUpperCase()}</b> <code>{path}</code></p>
      {description && <p><Words text={description} /></p>}
      <p class="quiet">{security?.length ? 'For organizers, by cookie or key' : 'Open to anybody'} · <code>{id}</code></p>
      {parameters.length > 0 && (
        <>
          <h4>Parameters</h4>
          <dl class="properties">
            {parameters.map(({ name, in: place, required, description: words, schema = {} }) => <Entry name={name} place={place} required={required} description={words} schema={schema} />)}
          </dl>
        </>
      )}
      {requestBody && <Body title="Body" content={requestBody.content} document={document} />}
      <h4>Answers</h4>
      <dl class="properties">
        {Object.entries(responses).filter(([status]) => status !== 'default').map(([status, { description: words, content = {} }]) => (
          <div class="entry">
            <dt><code>{status}</code></dt>
            <dd>
              {words && <p>{words}</p>}
              {Object.values(content).map(({ schema }) => schema && <p class="type"><Type schema={schema} /></p>)}
              {!words && Object.keys(content).length === 0 && <p>Nothing</p>}
            </dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

/** What is sent: the schema's properties at once, since whoever writes a request needs them all. */
function Body({ title, content, document }: { title: string; content: ApiContent; document: ApiDocument }) {
  const [first] = Object.values(content);
  const name = first?.schema && nameOf(first.schema);
  const schema: ApiSchema | undefined = name ? document.components?.schemas?.[name] : first?.schema;
  const more = Object.keys(content).filter((type) => type !== 'application/json');
  return (
    <>
      <h4>{title} {name && <a href={`#${schemaAnchor(name)}`}>{name}</a>}</h4>
      {more.length > 0 && <p class="quiet">As JSON, or as {more.join(', ')}</p>}
      {schema && <Properties schema={schema} />}
    </>
  );
}

const titled = (tag: string): string => tag.charAt(0).toUpperCase() + tag.slice(1);
