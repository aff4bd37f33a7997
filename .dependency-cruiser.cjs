/**
 * The walls of the house (who may import whom), as rules over the folders. Checked by
 * `test/architecture.spec.ts`, which also sees each rule refuse what it forbids.
 */

/** In the order in which they hear of each other: each imports only from those before it. */
const line = ['identity', 'scheduling', 'registration', 'conferencing', 'notification', 'reporting'];
const specs = '\\.spec\\.tsx?$';
const doorsOf = (contexts) => contexts.map((context) => (context === 'identity' ? '^src/identity/(principal|organizer-only|identity\\.module|events)\\.ts$' : `^src/${context}/events\\.ts$`));

const contexts = line.map((context, place) => ({
  name: `${context}-only-through-earlier-doors`,
  comment: `${context}/ imports itself, platform/, and the doors of the contexts before it`,
  severity: 'error',
  from: { path: `^src/${context}/`, pathNot: specs },
  to: { path: '^src/', pathNot: [`^src/${context}/`, '^src/platform/', ...doorsOf(line.slice(0, place))] },
}));

const models = line.map((context, place) => ({
  name: `${context}-model-is-pure`,
  comment: 'model/ imports model/, events.ts (its own, and those of earlier contexts), platform/model/ and node:; of the WebSocket messages, types alone',
  severity: 'error',
  from: { path: `^src/${context}/model/`, pathNot: specs },
  to: {
    dependencyTypesNot: ['core'],
    pathNot: [`^src/${context}/(model/|events\\.ts$)`, '^src/platform/model/', ...line.slice(1, place).map((earlier) => `^src/${earlier}/events\\.ts$`), '^client/protocol\\.ts$'],
  },
}));

module.exports = {
  forbidden: [
    ...contexts,
    ...models,
    {
      name: 'platform-model-is-pure',
      comment: 'platform/model/ needs no framework; Temporal is the language’s own, not there yet in every Node',
      severity: 'error',
      from: { path: '^src/platform/model/', pathNot: specs },
      to: { dependencyTypesNot: ['core'], pathNot: ['^src/platform/model/', '(^|/)node_modules/temporal-polyfill/'] },
    },
    {
      name: 'models-run-without-the-protocol',
      comment: 'of the WebSocket messages a model takes types alone',
      severity: 'error',
      from: { path: '^src/[^/]+/model/' },
      to: { path: '^client/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'platform-knows-no-context', severity: 'error', from: { path: '^src/platform/' }, to: { path: '^src/', pathNot: '^src/platform/' } },
    { name: 'no-circles', severity: 'error', from: { path: '^(src|web|client|embedded|migrations)/' }, to: { circular: true } },
    { name: 'src-knows-no-test', severity: 'error', from: { path: '^(src|migrations)/', pathNot: specs }, to: { path: ['^(test|bench|embedded)/', specs] } },
    { name: 'src-knows-of-client-the-protocol-and-the-look', severity: 'error', from: { path: '^src/', pathNot: specs }, to: { path: '^client/', pathNot: '^client/(protocol|look)\\.ts$' } },
    { name: 'src-runs-without-tools', comment: 'what runs in production is a dependency', severity: 'error', from: { path: '^(src|migrations)/', pathNot: [specs, '\\.d\\.ts$'] }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] } },
    { name: 'web-knows-the-server-through-client', severity: 'error', from: { path: '^web/' }, to: { path: '^(src|migrations|embedded|bench|test)/' } },
    { name: 'client-knows-nobody', severity: 'error', from: { path: '^client/' }, to: { path: '^(src|web|migrations|embedded|bench|test)/' } },
    { name: 'one-door-to-rendered-pages', comment: 'platform/http/pages.ts alone imports web/, and of it render.tsx', severity: 'error', from: { path: '^src/', pathNot: '^src/platform/http/pages\\.ts$' }, to: { path: '^web/' } },
    { name: 'pages-take-render-alone', severity: 'error', from: { path: '^src/platform/http/pages\\.ts$' }, to: { path: '^web/', pathNot: '^web/render\\.tsx$' } },
    { name: 'nothing-unresolved', severity: 'error', from: { path: '^(src|web|client|migrations)/' }, to: { couldNotResolve: true, pathNot: ['^virtual:', '\\?'] } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.foyer)/' },
    combinedDependencies: false,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
