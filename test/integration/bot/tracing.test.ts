import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type BotStage, startBotStage } from '../../support/bot-stage.ts';
import { listenLocally } from '../../support/listen-locally.ts';

/** What an OTLP exporter sends, the part that is read here. */
const requestSchema = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(z.object({ key: z.string(), value: z.any() })) }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              attributes: z.array(
                z.object({ key: z.string(), value: z.object({ stringValue: z.string() }) }),
              ),
            }),
          ),
        }),
      ),
    }),
  ),
});

describe('traces', () => {
  const texts: string[] = [];
  let collector: Server;
  let url: string;
  let stage: BotStage;
  let names: readonly (string | undefined)[];

  beforeAll(async () => {
    collector = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      request.on('end', () => {
        texts.push(text);
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
      });
    });
    url = `http://127.0.0.1:${await listenLocally(collector)}/v1/traces`;
    stage = await startBotStage('http', undefined, undefined, {
      tracing: { url, serviceName: 'the bot' },
    });
    await stage.ask('A secret name');
    await stage.settle();
    const flow = await stage.flow('A secret name');
    const { slack, config } = stage.world;
    names = [
      'A secret name',
      flow?.id,
      flow?.progress.token?.id,
      slack.person('ada').id,
      slack.channel('operations').id,
      'Nord',
      config.botToken?.reveal(),
      config.tenantApiKey?.reveal(),
    ];
    // What has not been sent yet is sent as it stops.
    await stage.close();
  });
  afterAll(() => collector.close());

  const spans = () =>
    texts
      .map((text) => requestSchema.parse(JSON.parse(text)))
      .flatMap(({ resourceSpans }) => resourceSpans)
      .flatMap(({ scopeSpans }) => scopeSpans)
      .flatMap((scope) => scope.spans);

  it('show of which steps a request was made, and what came of each', () => {
    const all = spans();
    const ofId = new Map(all.map((span) => [span.spanId, span]));
    const path = (span: (typeof all)[number]): string => {
      const parent = ofId.get(span.parentSpanId ?? '');
      return parent ? `${path(parent)} > ${span.name}` : span.name;
    };
    const paths = all.map(path);
    expect(paths).toContain('slack command');
    expect(paths).toContain('slack view_submission > store claim');
    expect(paths).toContain('slack view_submission > flow run > platform next');
    expect(paths).toContain('slack view_submission > flow run > slack chat.postEphemeral');
    expect(paths).toContain('slack view_submission > flow run > platform save');
    const outcomes = all.map(({ attributes }) => attributes.map(({ key }) => key));
    expect(new Set(outcomes.flat())).toEqual(new Set(['outcome']));
  });

  it('say whose they are', () => {
    const [{ resourceSpans } = { resourceSpans: [] }] = texts.map((text) =>
      requestSchema.parse(JSON.parse(text)),
    );
    expect(resourceSpans[0]?.resource.attributes).toContainEqual({
      key: 'service.name',
      value: { stringValue: 'the bot' },
    });
  });

  it('name nobody and nothing', () => {
    const all = texts.join('\n');
    expect(all).not.toBe('');
    for (const name of names) {
      expect(name).toBeTruthy();
      expect(all).not.toContain(name);
    }
  });

  it('hold up nothing where the collector is away', async () => {
    const alone = await startBotStage('http', undefined, undefined, {
      tracing: { url: 'http://127.0.0.1:9/v1/traces', serviceName: 'the bot' },
    });
    try {
      await alone.ask('Untraced');
      await alone.settle();
      expect((await alone.flow('Untraced'))?.progress.state).toBe('saved');
    } finally {
      await alone.close();
    }
  });
});
