import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import grammars, { type Node, type Parser } from '@vscode/tree-sitter-wasm';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { askTokenLine, curlLine } from '../../../shared/curl.ts';
import { PATIENCE } from './examples.ts';
import { safeOrigins } from './safe-origins.ts';

// PowerShell itself is not to be had on every machine; this is the grammar by which VS Code reads it.
const FOLDER = dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'));

let parser: Parser;

beforeAll(async () => {
  await grammars.Parser.init();
  parser = new grammars.Parser();
  const grammar = join(FOLDER, 'tree-sitter-powershell.wasm');
  parser.setLanguage(await grammars.Language.load(grammar));
});

const all = (node: Node, type: string): string[] =>
  node.descendantsOfType(type).flatMap((each) => (each ? [each.text] : []));

/** A line as PowerShell would read it: its commands, what these are given, and the variables in it. */
const readLine = (line: string) => {
  const root = parser.parse(line)?.rootNode;
  if (!root || root.hasError) return undefined;
  return {
    commands: all(root, 'command_name'),
    parameters: all(root, 'command_parameter'),
    texts: all(root, 'string_literal'),
    variables: all(root, 'variable'),
    others: [...all(root, 'sub_expression'), ...all(root, 'script_block')],
  };
};

const ASKING = {
  commands: ['Read-Host'],
  parameters: ['-AsSecureString'],
  texts: ["'x'", "'API token'"],
  others: [],
};

describe('as PowerShell reads them', PATIENCE, () => {
  it.each(['curl.exe -H "api-key: $env:TENANT_TOKEN', '$env:TENANT_TOKEN = [pscredential]::new('])(
    'what is no line of it is noticed: %s',
    (line) => {
      expect(readLine(line)).toBeUndefined();
    },
  );

  it('the line that asks puts what is typed into one variable', () => {
    expect(readLine(askTokenLine('powershell'))).toEqual({
      ...ASKING,
      variables: ['$env:TENANT_TOKEN'],
    });
  });

  it('what cmd has it run asks in the same way', () => {
    const [, inner = ''] = /-Command "(.*)"'\)/.exec(askTokenLine('cmd')) ?? [];
    expect(readLine(inner)).toEqual({ ...ASKING, variables: [] });
  });

  it('the curl line is one command with the variable in its header, for any origin', () => {
    fc.assert(
      fc.property(safeOrigins, (origin) => {
        expect(readLine(curlLine(origin, 'powershell'))).toEqual({
          commands: ['curl.exe'],
          parameters: ['-H', '-H'],
          texts: [
            '"api-key: $env:TENANT_TOKEN"',
            '"accept: application/json"',
            `"${origin}/api/v1/devices"`,
          ],
          variables: ['$env:TENANT_TOKEN'],
          others: [],
        });
      }),
      { numRuns: 100 },
    );
  });
});
