import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BotStage, startBotStage } from '../../support/bot-stage.ts';
import { eventually } from '../../support/eventually.ts';

const OPERATING = new URL('../../../bot/operating/', import.meta.url);

describe('/metrics, over Socket Mode', () => {
  let stage: BotStage;
  beforeAll(async () => {
    stage = await startBotStage('socket', undefined, undefined, {
      metrics: { host: '127.0.0.1', port: 0 },
    });
  });
  afterAll(async () => stage.close());

  const address = (): string => {
    const line = stage.world.logged.find((each) => each.includes('"metrics_served"')) ?? '{}';
    return `http://127.0.0.1:${(JSON.parse(line) as { port: number }).port}`;
  };

  const read = async (): Promise<string> => {
    const response = await fetch(`${address()}/metrics`);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    return response.text();
  };

  it('has what became of a request, how long its steps took, and what went wrong', async () => {
    const { slack } = stage.world;
    slack.fault({ method: 'chat.postEphemeral', error: 'not_in_channel' });
    await stage.ask('A secret name');
    await stage.settle();
    // Whoever worked on it puts it down once it is on record that it ended.
    const text = await eventually(async () => {
      const all = await read();
      const ended = all.includes('tenant_token_flows_total{outcome="saved",reason="none"} 1');
      return ended && /^tenant_token_flows_in_flight 0$/m.test(all) && all;
    });
    const has = (series: string) => expect(text).toMatch(new RegExp(`^${series} [1-9]`, 'm'));
    has('tenant_token_flow_events_total\\{event="delivered"\\}');
    has('tenant_token_call_seconds_count\\{to="platform",call="next",outcome="ok"\\}');
    has('tenant_token_call_seconds_count\\{to="store",call="claim",outcome="ok"\\}');
    has(
      'tenant_token_call_seconds_count\\{to="slack",call="chat.postEphemeral",outcome="route"\\}',
    );
    has('tenant_token_call_seconds_count\\{to="slack",call="response_url",outcome="ok"\\}');
    expect(text).toMatch(/^tenant_token_sweep_age_seconds \d/m);
    expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
  });

  it('has that Slack refuses the token, though nobody gets as far as a message', async () => {
    const { slack } = stage.world;
    slack.fault({ method: 'users.info', error: 'token_revoked' });
    expect(await stage.ask('Refused', { person: 'mia' })).toBe('told');
    expect(await read()).toMatch(
      /^tenant_token_call_seconds_count\{to="slack",call="users.info",outcome="auth"\} [1-9]/m,
    );
    slack.clearFaults();
  });

  it('names nobody and nothing', async () => {
    const text = await read();
    const { slack, config } = stage.world;
    const flow = await stage.flow('A secret name');
    const secrets = [
      'A secret name',
      flow?.id,
      flow?.progress.token?.id,
      slack.person('ada').id,
      slack.channel('operations').id,
      flow?.submission.teamId,
      flow?.submission.tenantName,
      config.botToken?.reveal(),
      config.tenantApiKey.reveal(),
    ];
    for (const each of secrets) {
      expect(each).toBeTruthy();
      expect(text).not.toContain(`"${each}"`);
    }
    // Words of the code, and codes.
    for (const [, value = ''] of text.matchAll(/^tenant_token\w+\{.*?="([^"]*)"/gm)) {
      expect(value).toMatch(/^[\w.+]{1,40}$/);
    }
  });

  it('has every number that the dashboard and the alerts look at', async () => {
    const known = new Set(
      [...(await read()).matchAll(/^# TYPE (\w+) /gm)].map(([, name = '']) => name),
    );
    for (const file of ['grafana-dashboard.json', 'alerts.yml']) {
      const text = readFileSync(new URL(file, OPERATING), 'utf8');
      const named = text.match(/\b(?:tenant_token|nodejs|process)_\w+/g) ?? [];
      expect(named.length).toBeGreaterThan(5);
      for (const name of named) {
        expect(known, name).toContain(name.replace(/_(?:bucket|count|sum)$/, ''));
      }
    }
  });

  it('is there alone', async () => {
    expect((await fetch(`${address()}/`)).status).toBe(404);
    expect((await fetch(`${address()}/metrics`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${stage.world.bot.port}/metrics`)).status).toBe(404);
  });
});
