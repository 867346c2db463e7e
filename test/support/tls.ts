import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** An authority of one's own, and what a server shows that it vouches for; PEM. */
export interface PrivateAuthority {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

const DAY = 86_400_000;

const keyPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

const issue = (options: {
  readonly serial: string;
  readonly name: string;
  readonly issuer: string;
  readonly publicKey: string;
  readonly issuerKey: string;
  readonly extensions: readonly object[];
}): string => {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(options.publicKey);
  certificate.serialNumber = options.serial;
  certificate.validity.notBefore = new Date(Date.now() - DAY);
  certificate.validity.notAfter = new Date(Date.now() + DAY);
  certificate.setSubject([{ name: 'commonName', value: options.name }]);
  certificate.setIssuer([{ name: 'commonName', value: options.issuer }]);
  certificate.setExtensions([...options.extensions]);
  certificate.sign(forge.pki.privateKeyFromPem(options.issuerKey), forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
};

/** Founds an authority, and has it vouch for a server of the given names. */
export const createPrivateAuthority = (names: readonly string[]): PrivateAuthority => {
  const [authority, server] = [keyPair(), keyPair()];
  const issuer = 'An authority of our own';
  const signed = { issuer, issuerKey: authority.privateKey };
  return {
    ca: issue({
      ...signed,
      serial: '01',
      name: issuer,
      publicKey: authority.publicKey,
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, critical: true },
      ],
    }),
    cert: issue({
      ...signed,
      serial: '02',
      name: names[0] ?? '',
      publicKey: server.publicKey,
      extensions: [
        { name: 'subjectAltName', altNames: names.map((value) => ({ type: 2, value })) },
      ],
    }),
    key: server.privateKey,
  };
};
