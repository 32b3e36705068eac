/** The pages' JSON-LD, held to schema.org's own types by the compiler. */
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test, vi } from 'vitest';
import { graphs } from './graphs.fixture.ts';
import { jsonLd } from './thing.ts';

/** The compiler reads 1 MB of vocabulary; the machine may be busy. */
vi.setConfig({ testTimeout: 60_000 });

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};
const file = fileURLToPath(new URL('./graphs.ts', import.meta.url));

/** What the compiler says of the graphs, each as JSON. */
function complaints(texts: readonly string[]): string[] {
  const source = [
    "import type { Graph } from 'schema-dts';",
    `export const pages: Graph[] = [\n${texts.join(',\n')}\n];`,
  ].join('\n');
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? source : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()].map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
}

test('what pages say of themselves is in the vocabulary of schema.org, property by property', () => {
  expect(complaints([...graphs.values()].map(jsonLd))).toEqual([]);
});

test.each([
  ['a property that its type has not', { '@type': 'VideoObject', answerCount: 1 }],
  [
    'a value of another kind',
    { '@type': 'Question', name: '问', answerCount: { '@type': 'Person', name: '任' } },
  ],
  ['a type that is none', { '@type': 'Hospitals', name: '医院' }],
])('the compiler finds %s', (_, thing) => {
  expect(complaints([jsonLd([thing])])).not.toEqual([]);
});
