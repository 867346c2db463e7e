// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { pagePart } from './page-part.ts';

const TOKEN = 'q8Zr1mB0xk3YtP7uWc5VdN2sHf9LgJ4aEoRiT6yUwXc=';

const taken = async (html: string): Promise<string | null> => {
  const part = pagePart(html);
  await part.look();
  const answer = await part.ask({ do: 'take', token: 'token0' });
  return answer.kind === 'token' ? answer.value : null;
};

describe('what the page shows', () => {
  it.each([
    `<code>${TOKEN}</code>`,
    `<input readonly value="${TOKEN}">`,
    `<p>Your new token is ${TOKEN}.</p>`,
    `<p>Your new token: ${TOKEN}</p>`,
    `<p>API-Schlüssel:${TOKEN}</p>`,
    `<p>Token:${TOKEN}, shown once</p>`,
    `<p>“${TOKEN}”</p>`,
  ])('holds a token: %s', async (html) => {
    expect(await taken(html)).toBe(TOKEN);
  });

  it.each([
    `<code>giot_${TOKEN}</code>`,
    `<input readonly value="pat-${TOKEN}">`,
    `<code>0b9f31c2.${TOKEN}</code>`,
    `<code>client-7:${TOKEN}</code>`,
    `<code>nord|${TOKEN}</code>`,
    `<code>${TOKEN}.c2ln</code>`,
    `<code>${TOKEN}:nord</code>`,
    `<code>${TOKEN}~1</code>`,
    `<p>sha256-${TOKEN}</p>`,
  ])('is not taken for one where it is a part of something longer: %s', async (html) => {
    expect(await taken(html)).toBeNull();
  });
});

describe('a new token', () => {
  it.each([
    ['is to be seen', `<code>${TOKEN}</code>`, true],
    [
      'stays in a dialog that is closed',
      `<div hidden><input disabled value="${TOKEN}"></div>`,
      false,
    ],
    ['has a hidden copy', `<code>${TOKEN}</code><textarea hidden>${TOKEN}</textarea>`, true],
  ])('is known by whether it can be seen: it %s', async (_, html, tokenSeen) => {
    const { newTokens, tokenSeen: seen } = await pagePart(html).look();
    expect([newTokens.length, seen]).toEqual([1, tokenSeen]);
  });
});

describe('what a form carries and nobody sees', () => {
  const NONCE = `<input type="hidden" name="nonce" value="${TOKEN}">`;

  it('is no token', async () => {
    expect(await taken(NONCE)).toBeNull();
  });

  it('is none beside the token either', async () => {
    const other = TOKEN.replace('q8', 'r9');
    const { look } = pagePart(`${NONCE}<code>${other}</code>`);
    expect((await look()).newTokens).toHaveLength(1);
  });
});
