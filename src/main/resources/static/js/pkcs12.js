// Keys in their owner's own hands: certification requests (RFC 2986) and key files (PKCS#12, RFC 7292) made and opened in the browser.
// Key and passphrase stay here; the cryptography is the browser's own (WebCrypto). Written: PBES2 with AES-256-CBC and PBKDF2-HMAC-SHA-256, MAC with SHA-256. Read: PBES2 of any AES.

export const ITERATIONS = 600000;
const MOST_ITERATIONS = 5000000;
const subtle = globalThis.crypto.subtle;

/** Why a file does not open: "passphrase", "format" (no key file, or an old or damaged one), "no-key", "key-kind"; or is not made: "other-key". */
export class KeyFileError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

// DER, writing

const join = (...parts) => {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

const length = (size) => {
  if (size < 128) return Uint8Array.of(size);
  const bytes = [];
  for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.of(128 + bytes.length, ...bytes);
};

const tlv = (tag, ...parts) => {
  const content = join(...parts);
  return join(Uint8Array.of(tag), length(content.length), content);
};
const sequence = (...parts) => tlv(0x30, ...parts);
const set = (...parts) => tlv(0x31, ...parts);
const octets = (bytes) => tlv(0x04, bytes);
const bits = (bytes) => tlv(0x03, Uint8Array.of(0), bytes);
const explicit = (...parts) => tlv(0xa0, ...parts);
const nothing = () => tlv(0x05);

const unsigned = (bytes) => {
  let from = 0;
  while (from < bytes.length - 1 && bytes[from] === 0) from++;
  const rest = bytes.subarray(from);
  return rest[0] & 0x80 ? tlv(0x02, Uint8Array.of(0), rest) : tlv(0x02, rest);
};
const integer = (number) => unsigned(Uint8Array.of((number >>> 24) & 255, (number >>> 16) & 255, (number >>> 8) & 255, number & 255));

const oid = (dotted) => {
  const arcs = dotted.split(".").map(Number);
  const bytes = [arcs[0] * 40 + arcs[1]];
  for (const arc of arcs.slice(2)) {
    const groups = [arc & 127];
    for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) groups.unshift((rest & 127) | 128);
    bytes.push(...groups);
  }
  return tlv(0x06, Uint8Array.from(bytes));
};

// DER, reading: nothing outside the bytes is ever looked at, and only definite lengths are taken.

const read = (bytes) => {
  const all = [];
  let at = 0;
  while (at < bytes.length) {
    const start = at;
    const tag = bytes[at++];
    let size = bytes[at++];
    if (size === undefined || size === 128 || size > 132) throw new KeyFileError("format");
    if (size > 128) {
      const count = size - 128;
      size = 0;
      for (let i = 0; i < count; i++) size = size * 256 + (bytes[at++] ?? NaN);
    }
    if (!(at + size <= bytes.length)) throw new KeyFileError("format");
    all.push({ tag, content: bytes.subarray(at, at + size), whole: bytes.subarray(start, at + size) });
    at += size;
  }
  return all;
};

const one = (bytes, tag) => {
  const first = read(bytes)[0];
  if (!first || first.tag !== tag) throw new KeyFileError("format");
  return first.content;
};
const parts = (element, tag = 0x30) => {
  if (!element || element.tag !== tag) throw new KeyFileError("format");
  return read(element.content);
};
const content = (element, ...tags) => {
  if (!element || !tags.includes(element.tag)) throw new KeyFileError("format");
  return element.content;
};
const number = (element) => {
  const bytes = content(element, 0x02);
  if (bytes.length > 4 || bytes[0] & 0x80) throw new KeyFileError("format");
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
};
const same = (left, right) => left.length === right.length && left.every((byte, i) => byte === right[i]);
const is = (element, known) => element !== undefined && same(element.whole, known);

const OID = {
  data: oid("1.2.840.113549.1.7.1"),
  encryptedData: oid("1.2.840.113549.1.7.6"),
  keyBag: oid("1.2.840.113549.1.12.10.1.1"),
  shroudedKeyBag: oid("1.2.840.113549.1.12.10.1.2"),
  certBag: oid("1.2.840.113549.1.12.10.1.3"),
  x509: oid("1.2.840.113549.1.9.22.1"),
  friendlyName: oid("1.2.840.113549.1.9.20"),
  localKeyId: oid("1.2.840.113549.1.9.21"),
  pbes2: oid("1.2.840.113549.1.5.13"),
  pbkdf2: oid("1.2.840.113549.1.5.12"),
  hmacSha1: oid("1.2.840.113549.2.7"),
  hmacSha256: oid("1.2.840.113549.2.9"),
  hmacSha384: oid("1.2.840.113549.2.10"),
  hmacSha512: oid("1.2.840.113549.2.11"),
  sha256: oid("2.16.840.1.101.3.4.2.1"),
  aes128: oid("2.16.840.1.101.3.4.1.2"),
  aes192: oid("2.16.840.1.101.3.4.1.22"),
  aes256: oid("2.16.840.1.101.3.4.1.42"),
  ec: oid("1.2.840.10045.2.1"),
  p256: oid("1.2.840.10045.3.1.7"),
  p384: oid("1.3.132.0.34"),
  rsa: oid("1.2.840.113549.1.1.1"),
  ecdsaSha256: oid("1.2.840.10045.4.3.2"),
  rsaSha256: oid("1.2.840.113549.1.1.11"),
};

// Keys and requests

const KINDS = {
  EC_P256: { make: { name: "ECDSA", namedCurve: "P-256" }, use: { name: "ECDSA", hash: "SHA-256" }, algorithm: sequence(OID.ecdsaSha256) },
  RSA_2048: {
    make: { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: Uint8Array.of(1, 0, 1), hash: "SHA-256" },
    use: { name: "RSASSA-PKCS1-v1_5" },
    algorithm: sequence(OID.rsaSha256, nothing()),
  },
};

/** A key pair of the kind, EC_P256 or RSA_2048. */
export const makeKey = async (kind) => ({ kind, pair: await subtle.generateKey(KINDS[kind].make, true, ["sign", "verify"]) });

/** WebCrypto's ECDSA is r and s side by side; everyone else wants ECDSA-Sig-Value. */
const ecdsaDer = (raw) => sequence(unsigned(raw.subarray(0, raw.length / 2)), unsigned(raw.subarray(raw.length / 2)));

const signed = async (key, use, bytes) => {
  const raw = new Uint8Array(await subtle.sign(use, key, bytes));
  return use.name === "ECDSA" ? ecdsaDer(raw) : raw;
};

/** The public half of a key just made (DER of SubjectPublicKeyInfo). */
export const publicKeyOf = async (made) => new Uint8Array(await subtle.exportKey("spki", made.pair.publicKey));

/** The public key that a certificate speaks of (DER of SubjectPublicKeyInfo). */
export const publicKeyIn = (certificate) => {
  const fields = parts(parts(read(certificate)[0])[0]).filter((each) => each.tag !== 0xa0);
  const [, , , , , spki] = fields;
  parts(spki);
  return spki.whole;
};

/** A request for the key in that name (DER), signed with the key: the proof of possession. */
export const certificationRequest = async (made, subject) => {
  const spki = await publicKeyOf(made);
  const info = sequence(integer(0), subject, spki, tlv(0xa0));
  const kind = KINDS[made.kind];
  return sequence(info, kind.algorithm, bits(await signed(made.pair.privateKey, kind.use, info)));
};

// Passphrases: PBES2 takes the UTF-8 bytes, the MAC of PKCS#12 takes UTF-16 with two zero bytes. Both agree on what every program can type: printable ASCII.

const aesKey = async (passphrase, salt, iterations, hash, size, use) => {
  const base = await subtle.importKey("raw", new TextEncoder().encode(passphrase), "PBKDF2", false, ["deriveKey"]);
  return subtle.deriveKey({ name: "PBKDF2", salt, iterations, hash }, base, { name: "AES-CBC", length: size }, false, [use]);
};

/** EncryptedPrivateKeyInfo (RFC 5958) of a key just made: all that may be kept until the certificate is there. */
export const sealKey = async (made, passphrase, iterations = ITERATIONS) => {
  const plain = new Uint8Array(await subtle.exportKey("pkcs8", made.pair.privateKey));
  try {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const iv = crypto.getRandomValues(new Uint8Array(16));
    const key = await aesKey(passphrase, salt, iterations, "SHA-256", 256, "encrypt");
    const sealed = new Uint8Array(await subtle.encrypt({ name: "AES-CBC", iv }, key, plain));
    const derivation = sequence(OID.pbkdf2, sequence(octets(salt), integer(iterations), integer(32), sequence(OID.hmacSha256, nothing())));
    return sequence(sequence(OID.pbes2, sequence(derivation, sequence(OID.aes256, octets(iv)))), octets(sealed));
  } finally {
    plain.fill(0);
  }
};

const unseal = async (algorithm, sealed, passphrase) => {
  const [scheme, parameters] = parts(algorithm);
  if (!is(scheme, OID.pbes2)) throw new KeyFileError("format");
  const [derivation, encryption] = parts(parameters);
  const [function_, numbers] = parts(derivation);
  if (!is(function_, OID.pbkdf2)) throw new KeyFileError("format");
  const [salt, count, ...more] = parts(numbers);
  const iterations = number(count);
  if (iterations < 1 || iterations > MOST_ITERATIONS) throw new KeyFileError("format");
  const prf = more.find((each) => each.tag === 0x30);
  const named = prf ? parts(prf)[0] : { whole: OID.hmacSha1 };
  const hash = [["SHA-1", OID.hmacSha1], ["SHA-256", OID.hmacSha256], ["SHA-384", OID.hmacSha384], ["SHA-512", OID.hmacSha512]].find(([, known]) => is(named, known))?.[0];
  const [cipher, iv] = parts(encryption);
  const size = [[128, OID.aes128], [192, OID.aes192], [256, OID.aes256]].find(([, known]) => is(cipher, known))?.[0];
  if (!hash || !size) throw new KeyFileError("format");
  const key = await aesKey(passphrase, content(salt, 0x04), iterations, hash, size, "decrypt");
  try {
    return new Uint8Array(await subtle.decrypt({ name: "AES-CBC", iv: content(iv, 0x04) }, key, sealed));
  } catch {
    throw new KeyFileError("passphrase");
  }
};

/** Opens what sealKey made, to see whether the passphrase is the same. */
export const unsealKey = async (sealedKey, passphrase) => {
  const [algorithm, sealed] = parts(read(sealedKey)[0]);
  return imported(await unseal(algorithm, content(sealed, 0x04), passphrase));
};

// SHA-256 (FIPS 180-4): WebCrypto has it too, but one call for each of 600,000 rounds would take minutes.

const ROUND = new Uint32Array(64);
const START = new Uint32Array(8);
{
  let found = 0;
  for (let candidate = 2; found < 64; candidate++) {
    let prime = true;
    for (let divisor = 2; divisor * divisor <= candidate; divisor++) prime = prime && candidate % divisor !== 0;
    if (prime) {
      const fraction = (root) => ((root % 1) * 4294967296) >>> 0;
      if (found < 8) START[found] = fraction(Math.sqrt(candidate));
      ROUND[found++] = fraction(Math.cbrt(candidate));
    }
  }
}

const WORDS = new Uint32Array(64);
const compress = (state) => {
  const w = WORDS;
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15];
    const y = w[i - 2];
    w[i] = w[i - 16] + w[i - 7] + (((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)) + (((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10));
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i++) {
    const t = (h + (((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))) + ((e & f) ^ (~e & g)) + ROUND[i] + w[i]) | 0;
    const u = ((((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t) | 0;
    d = c;
    c = b;
    b = a;
    a = (t + u) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
};

const bytesOf = (state) => {
  const out = new Uint8Array(32);
  const view = new DataView(out.buffer);
  state.forEach((word, i) => view.setUint32(i * 4, word));
  return out;
};

/** One digest, then the digest of the digest and so on: count of all. */
export const repeatedSha256 = (bytes, count) => {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 128;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 536870912));
  view.setUint32(padded.length - 4, bytes.length * 8);
  const state = START.slice();
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) WORDS[i] = view.getUint32(at + i * 4);
    compress(state);
  }
  padded.fill(0);
  for (let i = 1; i < count; i++) {
    WORDS.set(state);
    WORDS[8] = 0x80000000;
    WORDS.fill(0, 9, 15);
    WORDS[15] = 256;
    state.set(START);
    compress(state);
  }
  return bytesOf(state);
};

const filled = (bytes, block) => {
  const out = new Uint8Array(bytes.length === 0 ? 0 : Math.ceil(bytes.length / block) * block);
  for (let i = 0; i < out.length; i++) out[i] = bytes[i % bytes.length];
  return out;
};

/** HMAC-SHA-256 under the key of RFC 7292, appendix B (purpose 3). */
const mac = async (passphrase, salt, iterations, bytes) => {
  const wide = new Uint8Array((passphrase.length + 1) * 2);
  for (let i = 0; i < passphrase.length; i++) {
    wide[i * 2] = passphrase.charCodeAt(i) >>> 8;
    wide[i * 2 + 1] = passphrase.charCodeAt(i) & 255;
  }
  const raw = repeatedSha256(join(new Uint8Array(64).fill(3), filled(salt, 64), filled(wide, 64)), iterations);
  const key = await subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  return new Uint8Array(await subtle.sign("HMAC", key, bytes));
};

// Key files

const wideText = (text) => {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) bytes.set([text.charCodeAt(i) >>> 8, text.charCodeAt(i) & 255], i * 2);
  return tlv(0x1e, bytes);
};

const certBag = (der, ...attributes) =>
  sequence(OID.certBag, explicit(sequence(OID.x509, explicit(octets(der)))), ...(attributes.length ? [set(...attributes)] : []));

/** Whether what the key signs is accepted under the public key; a public key of another kind or curve is not even read. */
const isPairOf = async ({ key, use }, spki) => {
  const question = crypto.getRandomValues(new Uint8Array(32));
  let other;
  try {
    other = await subtle.importKey("spki", spki, key.algorithm, false, ["verify"]);
  } catch {
    return false;
  }
  return subtle.verify(use, other, await subtle.sign(use, key, question), question);
};

/** The key file: a sealed key, its certificate and the certificates above it, all under one MAC. Never a key with another one's certificate. */
export const keyFile = async (sealedKey, certificate, issuers, name, passphrase, iterations = ITERATIONS) => {
  if (!(await isPairOf(await unsealKey(sealedKey, passphrase), publicKeyIn(certificate)))) throw new KeyFileError("other-key");
  const id = new Uint8Array(await subtle.digest("SHA-1", certificate));
  const attributes = [sequence(OID.friendlyName, set(wideText(name))), sequence(OID.localKeyId, set(octets(id)))];
  const keys = sequence(sequence(OID.shroudedKeyBag, explicit(sealedKey), set(...attributes)));
  const certificates = sequence(certBag(certificate, ...attributes), ...issuers.map((each) => certBag(each)));
  const plain = (bytes) => sequence(OID.data, explicit(octets(bytes)));
  const safe = sequence(plain(certificates), plain(keys));
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const digest = await mac(passphrase, salt, iterations, safe);
  return sequence(integer(3), plain(safe), sequence(sequence(sequence(OID.sha256, nothing()), octets(digest)), octets(salt), integer(iterations)));
};

const imported = async (pkcs8) => {
  const [, algorithm] = parts(read(pkcs8)[0]);
  const [family, curve] = parts(algorithm);
  const ecdsa = (namedCurve) => ({ load: { name: "ECDSA", namedCurve }, use: { name: "ECDSA", hash: "SHA-256" } });
  let kind;
  if (is(family, OID.rsa)) kind = { load: { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }, use: { name: "RSASSA-PKCS1-v1_5" } };
  else if (is(family, OID.ec) && is(curve, OID.p256)) kind = ecdsa("P-256");
  else if (is(family, OID.ec) && is(curve, OID.p384)) kind = ecdsa("P-384");
  else throw new KeyFileError("key-kind");
  try {
    return { key: await subtle.importKey("pkcs8", pkcs8, kind.load, false, ["sign"]), use: kind.use };
  } catch {
    throw new KeyFileError("key-kind");
  } finally {
    pkcs8.fill(0);
  }
};

const safes = async (authenticated, passphrase) => {
  const bags = [];
  for (const info of read(one(authenticated, 0x30))) {
    const [type, wrapped] = parts(info);
    if (is(type, OID.data)) {
      bags.push(...read(one(one(content(wrapped, 0xa0), 0x04), 0x30)));
    } else if (is(type, OID.encryptedData)) {
      const [, encrypted] = read(one(content(wrapped, 0xa0), 0x30));
      const [, algorithm, sealed] = parts(encrypted);
      bags.push(...read(one(await unseal(algorithm, content(sealed, 0x80), passphrase), 0x30)));
    } else {
      throw new KeyFileError("format");
    }
  }
  return bags;
};

/** Opens a key file: what signs, and the certificates in it (DER). */
export const openKeyFile = async (bytes, passphrase) => {
  const [version, info, macData] = parts(read(bytes)[0]);
  if (number(version) !== 3) throw new KeyFileError("format");
  const [type, wrapped] = parts(info);
  if (!is(type, OID.data)) throw new KeyFileError("format");
  const authenticated = one(content(wrapped, 0xa0), 0x04);
  if (macData) {
    const [digestInfo, salt, count] = parts(macData);
    const [algorithm, expected] = parts(digestInfo);
    const iterations = count ? number(count) : 1;
    if (iterations < 1 || iterations > MOST_ITERATIONS) throw new KeyFileError("format");
    if (is(parts(algorithm)[0], OID.sha256) && !same(await mac(passphrase, content(salt, 0x04), iterations, authenticated), content(expected, 0x04))) {
      throw new KeyFileError("passphrase");
    }
  }
  const certificates = [];
  let opened = null;
  for (const bag of await safes(authenticated, passphrase)) {
    const [kind, wrappedValue] = parts(bag);
    const value = content(wrappedValue, 0xa0);
    if (is(kind, OID.certBag)) {
      const [form, der] = read(one(value, 0x30));
      if (is(form, OID.x509)) certificates.push(one(content(der, 0xa0), 0x04));
    } else if (is(kind, OID.shroudedKeyBag) && !opened) {
      opened = await unsealKey(value, passphrase);
    } else if (is(kind, OID.keyBag) && !opened) {
      opened = await imported(value.slice());
    }
  }
  if (!opened) throw new KeyFileError("no-key");
  return { ...opened, certificates };
};

/** A signature over the bytes (not their digest); DER for ECDSA. */
export const sign = (opened, bytes) => signed(opened.key, opened.use, bytes);
