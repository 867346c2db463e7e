import { createHash } from 'node:crypto';

const NAMESPACE = Buffer.from('7b1f6c2e9c5d4a0c8f3e5a1d2b4c6d8e', 'hex');

/** The same name always gives the same UUID (version 5, RFC 9562), so that links to seeds last. */
export const seedId = (name: string): string => {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
