import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findConfigFiles } from '@/lib/config/files/find-files';
import { temporaryConfig } from '@/tests/lib/config/config-folder';

const folder = temporaryConfig();
const names = () => findConfigFiles(folder.path()).files.map((file) => file.name);

describe('findConfigFiles', () => {
  it('takes rollcall.json and the files of clients, in a fixed order', () => {
    const wanted = [
      'rollcall.json',
      '.amazonq/cli-agents/dev.json',
      '.amazonq/mcp.json',
      '.aws/amazonq/mcp.json',
      '.claude.json',
      '.codeium/windsurf/mcp_config.json',
      '.codex/config.toml',
      '.continue/config.yaml',
      '.continue/mcpServers/docs.yml',
      '.copilot/mcp-config.json',
      '.cursor/mcp.json',
      '.gemini/settings.json',
      '.kilocode/mcp.json',
      '.kiro/settings/mcp.json',
      '.mcp.json',
      '.vscode/mcp.json',
      '.vscode/settings.json',
      '.zed/settings.json',
      'claude_desktop_config.json',
      'cline_mcp_settings.json',
      'mcp.json',
      'mcp_config.json',
      'opencode.jsonc',
      'server.json',
      'team.mcp.json',
    ];
    for (const name of [...wanted].reverse()) folder.write(name, {});
    expect(names()).toEqual(wanted);
  });

  it.each([
    'package.json',
    'mcp.yaml',
    'mcp.json.bak',
    'mcp.json~',
    '.mcp.json.swp',
    '.#mcp.json',
    '._mcp.json',
    'sub/mcp.json',
    'node_modules/x/mcp.json',
    '.git/mcp.json',
    '.vscode/extensions.json',
    '.vscode/config.toml',
    'config.yaml',
    'config.toml',
    '.vscode/rollcall.json',
    '.cursor/a/b/c/d/mcp.json',
    '..data/mcp.json',
  ])('leaves %s alone', (name) => {
    folder.write(name, {});
    folder.write('mcp.json', {});
    expect(names()).toEqual(['mcp.json']);
  });

  it('takes a single file, whatever its name', () => {
    folder.write('servers.json', {});
    const { root, files } = findConfigFiles(join(folder.path(), 'servers.json'));
    expect(root).toBe(folder.path());
    expect(files.map(({ name, kind }) => [name, kind])).toEqual([['servers.json', 'mcp']]);
  });

  it('follows links as Kubernetes sets them for a ConfigMap', () => {
    folder.write('..2026_01/mcp.json', {});
    symlinkSync('..2026_01', join(folder.path(), '..data'));
    symlinkSync('..data/mcp.json', join(folder.path(), 'mcp.json'));
    expect(names()).toEqual(['mcp.json']);
  });

  it('does not run in circles', () => {
    symlinkSync('.', join(folder.path(), '.vscode'));
    mkdirSync(join(folder.path(), '.kiro'));
    symlinkSync('..', join(folder.path(), '.kiro/.cursor'));
    folder.write('mcp.json', {});
    expect(names()).toEqual(['mcp.json']);
  });

  it('takes no folder for a file, but links that lead nowhere', () => {
    mkdirSync(join(folder.path(), 'a.mcp.json'));
    symlinkSync('lost', join(folder.path(), 'b.mcp.json'));
    symlinkSync('c.mcp.json', join(folder.path(), 'c.mcp.json'));
    symlinkSync('.kiro', join(folder.path(), '.kiro'));
    expect(names()).toEqual(['b.mcp.json', 'c.mcp.json']);
  });

  it.each([
    ['there is nothing', 'missing', 'there is no configuration at'],
    ['the folder is empty', '', 'there is no configuration file in'],
  ])('tells a newcomer the next step when %s', (_case, below, message) => {
    const { files, problems } = findConfigFiles(join(folder.path(), below));
    expect(files).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'error', file: '', line: null, path: '' }]);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.remedy).toContain('Put an mcp.json there');
  });

  it('has a limit, so that a wrong folder does no harm', () => {
    for (let i = 0; i < 501; i++) folder.write(`${i}.mcp.json`, {});
    const { files, problems } = findConfigFiles(folder.path());
    expect(files).toHaveLength(500);
    expect(problems[0]?.message).toBe('there are 501 configuration files, and 500 is the limit');
  });
});
