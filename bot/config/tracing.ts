import * as z from 'zod';
import type { TracingAddress } from '../tracing/tracing.ts';

const NO_COLLECTOR =
  'is not the http or https URL of a collector, such as http://127.0.0.1:4318, without a name, a password or a query (those go into OTEL_EXPORTER_OTLP_HEADERS)';

const isCollector = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  const bare = username === '' && password === '' && search === '' && hash === '';
  return ['http:', 'https:'].includes(protocol) && bare;
};

/** OpenTelemetry's own variables, the part that is read here. */
export const tracingEnvironment = {
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().refine(isCollector, { error: NO_COLLECTOR }).optional(),
  OTEL_SERVICE_NAME: z.string().min(1).max(200).default('tenant-token-bot'),
};

/** @returns where traces go, by the variables that are set; null for nowhere */
export const tracingOf = ({
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
  OTEL_SERVICE_NAME: serviceName,
}: {
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string | undefined;
  readonly OTEL_SERVICE_NAME: string;
}): TracingAddress | null =>
  endpoint === undefined ? null : { url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, serviceName };
