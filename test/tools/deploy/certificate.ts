// A certificate of nobody's, made anew for each run of the tests: the real clasp speaks TLS only. node:crypto signs but writes no
// X.509, so its few fields are put together here (RFC 5280); a program like openssl is not on every machine with Node.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const integer = (value: Uint8Array) => der(0x02, value);
const utcTime = (at: Date) => der(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/gu, '').slice(2, 14)}Z`));
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const bits = (value: Uint8Array) => der(0x03, Buffer.from([0]), value);
const extension = (id: string, value: Buffer) => sequence(oid(id), der(0x04, value));

const OID = { ecdsaWithSha256: '2a8648ce3d040302', commonName: '550403', altName: '551d11', constraints: '551d13' };
const DAY_MS = 86_400_000;

/** A self-signed certificate for these hosts, to be trusted as its own authority, valid from yesterday to tomorrow. */
export function certificateFor(hosts: readonly string[]): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(oid(OID.ecdsaWithSha256));
  const name = sequence(der(0x31, sequence(oid(OID.commonName), der(0x0c, Buffer.from('Stand-in of tests')))));
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const now = Date.now();
  const content = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    // A serial number is positive: its first bit is 0.
    integer(Buffer.concat([Buffer.from([1]), createHash('sha256').update(spki).digest().subarray(0, 8)])),
    algorithm,
    name,
    sequence(utcTime(new Date(now - DAY_MS)), utcTime(new Date(now + DAY_MS))),
    name,
    spki,
    der(
      0xa3,
      sequence(
        extension(OID.constraints, sequence(der(0x01, Buffer.from([0xff])))),
        extension(OID.altName, sequence(...hosts.map((host) => der(0x82, Buffer.from(host))))),
      ),
    ),
  );
  const signed = sequence(content, algorithm, bits(sign('sha256', content, privateKey)));
  const lines = signed.toString('base64').replace(/.{64}/gu, '$&\n').trimEnd();
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
