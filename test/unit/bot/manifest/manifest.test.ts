import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appManifest, manifestText } from '../../../../bot/manifest/manifest.ts';

const committed = (kind: string): unknown =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../bot/manifest/manifest.${kind}.json`, import.meta.url),
      'utf8',
    ),
  );

describe.each(['http', 'socket'] as const)('the manifest for %s', (kind) => {
  const manifest = appManifest(kind);

  it('stands in the repository as it is made', () => {
    expect(committed(kind)).toEqual(JSON.parse(manifestText(kind)));
  });

  it('asks for the fewest scopes, and for none that reads what people write', () => {
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([
      'chat:write',
      'commands',
      'im:write',
      'usergroups:read',
      'users:read',
    ]);
  });

  it('keeps Slack’s limits', () => {
    const { display_information: display, features } = manifest;
    expect(display.name.length).toBeLessThanOrEqual(35);
    expect(display.description.length).toBeLessThanOrEqual(140);
    for (const command of features.slash_commands) {
      expect(command.command).toMatch(/^\/[a-z-]{1,31}$/);
      expect(command.description.length).toBeLessThanOrEqual(2000);
      expect(command.usage_hint.length).toBeLessThanOrEqual(1000);
    }
    expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
  });

  it('gives Slack an address only where Slack calls', () => {
    const urls = JSON.stringify(manifest).match(/https:[^"]+/g) ?? [];
    expect(new Set(urls)).toEqual(
      new Set(kind === 'http' ? ['https://bot.example.com/slack/events'] : []),
    );
    expect(manifest.settings.socket_mode_enabled).toBe(kind === 'socket');
  });
});

describe.each(['http', 'socket'] as const)(
  'the manifest for %s of an app that is installed',
  (kind) => {
    const one = appManifest(kind);
    const many = appManifest(kind, undefined, true);

    it('is sent back to the bot’s own address alone, and asks for nothing more', () => {
      expect(many.oauth_config).toEqual({
        ...one.oauth_config,
        redirect_urls: ['https://bot.example.com/slack/oauth_redirect'],
      });
    });

    it('hears of its removal, may be an organisation’s, and has tokens that rotate', () => {
      expect(many.settings).toMatchObject({
        event_subscriptions: {
          bot_events: ['app_home_opened', 'app_uninstalled', 'tokens_revoked'],
        },
        org_deploy_enabled: true,
        token_rotation_enabled: true,
      });
      expect(one.settings).toMatchObject({
        org_deploy_enabled: false,
        token_rotation_enabled: false,
      });
    });
  },
);

describe('the script that prints a manifest', () => {
  const print = (...args: string[]): unknown =>
    JSON.parse(
      execFileSync(process.execPath, ['bot/manifest/print.ts', ...args], { encoding: 'utf8' }),
    );

  it('puts the bot’s own address in', () => {
    expect(print('http', 'https://tokens.nord.example/x')).toEqual(
      appManifest('http', 'https://tokens.nord.example'),
    );
    expect(print('socket')).toEqual(appManifest('socket'));
    expect(print('--installs', 'socket', 'https://tokens.nord.example')).toEqual(
      appManifest('socket', 'https://tokens.nord.example', true),
    );
  });

  it.each([
    ['ftp'],
    ['http', 'http://bot.example.com'],
    ['http', 'bot'],
    // Browsers have to find it.
    ['socket', '--installs'],
  ])('refuses what makes no manifest: %s %s', (...args) => {
    expect(() =>
      execFileSync(process.execPath, ['bot/manifest/print.ts', ...args], { stdio: 'pipe' }),
    ).toThrow(/Say socket, or http and the https address/);
  });
});
