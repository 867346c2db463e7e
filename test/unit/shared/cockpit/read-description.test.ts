import { describe, expect, it } from 'vitest';
import { MAX_DESCRIPTION_LENGTH, withShown } from '../../../../shared/cockpit/description.ts';
import { readDescription, writeDescription } from '../../../../shared/cockpit/read-description.ts';

const OWN = withShown('https://cockpit.example', null, {
  controls: { name: [{ by: 'css', selector: 'main > form:nth-of-type(2) > #handle' }] },
});

describe('a file with a description', () => {
  it('is read as it was written', () => {
    expect(readDescription(writeDescription(OWN))).toEqual({ ok: true, value: OWN });
  });

  it('is read up to the longest that there may be', () => {
    const longest = writeDescription(OWN).padEnd(MAX_DESCRIPTION_LENGTH);
    expect(readDescription(longest)).toEqual({ ok: true, value: OWN });
  });

  it.each([
    ['too_large', ' '.repeat(MAX_DESCRIPTION_LENGTH + 1)],
    ['no_json', '{'],
    ['other_format', '[]'],
    ['other_format', 'null'],
    ['other_format', JSON.stringify({ ...OWN, format: 'tenant-token-page' })],
    ['other_version', JSON.stringify({ ...OWN, version: 2 })],
    ['invalid', JSON.stringify({ ...OWN, controls: {} })],
    ['invalid', JSON.stringify({ ...OWN, run: 'alert(1)' })],
    ['invalid', JSON.stringify({ ...OWN, origin: 'javascript:alert(1)' })],
    ['invalid', JSON.stringify({ ...OWN, origin: 'https://a.example@evil.example' })],
    ['invalid', JSON.stringify(OWN).replace('main >', 'main:has(script) >')],
  ])('is refused as %s', (fault, text) => {
    expect(readDescription(text)).toEqual({ ok: false, error: fault });
  });
});
