import { AsyncLocalStorage } from 'node:async_hooks';
import { inTime } from '../time/in-time.ts';

/**
 * Times a piece of work as a span of the one that is under way.
 * @param name words of this code, never a name, an id or a text
 * @param outcome what came of it, in a word; left out where it is `ok` unless it throws
 */
export type Span = <T>(
  name: string,
  work: () => Promise<T>,
  outcome?: (result: T) => string,
) => Promise<T>;

/** For a bot of which nothing is traced. */
export const untraced: Span = (_name, work) => work();

/** Where traces go. */
export interface TracingAddress {
  /** The collector's OTLP endpoint over HTTP, `/v1/traces` and all. */
  readonly url: string;
  readonly serviceName: string;
}

const EXPORT_MS = 5000;
/** A bot that stops waits no longer for a collector. */
const STOP_MS = 2000;

/**
 * Sends traces to a collector, in batches, by OTLP over HTTP. Nothing waits for it: where it is away, its spans
 * are dropped. The exporter reads `OTEL_EXPORTER_OTLP_HEADERS` of itself.
 * @returns how work is traced, and what sends the rest and ends it
 */
export const startTracing = async ({
  url,
  serviceName,
}: TracingAddress): Promise<{ readonly span: Span; readonly stop: () => Promise<void> }> => {
  // Whoever traces nothing carries none of it in memory.
  const [{ ROOT_CONTEXT, SpanStatusCode, trace }, sdk, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [
      new sdk.BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url, timeoutMillis: EXPORT_MS }),
        exportTimeoutMillis: EXPORT_MS,
      }),
    ],
  });
  const tracer = provider.getTracer('tenant-token-bot');
  // The API's own context is one for the whole process; each bot has one of its own.
  const underWay = new AsyncLocalStorage<typeof ROOT_CONTEXT>();

  return {
    span: async (name, work, outcome = () => 'ok') => {
      const parent = underWay.getStore() ?? ROOT_CONTEXT;
      const span = tracer.startSpan(name, {}, parent);
      let came = 'thrown';
      try {
        const result = await underWay.run(trace.setSpan(parent, span), work);
        came = outcome(result);
        return result;
      } finally {
        span.setAttribute('outcome', came);
        // What was thrown may hold anything, so it is not told.
        if (came === 'thrown') span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      }
    },
    stop: async () => {
      // What the collector did not take is lost, and nothing else.
      await inTime(
        STOP_MS,
        provider.shutdown().catch(() => undefined),
        undefined,
      );
    },
  };
};
