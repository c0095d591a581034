/**
 * The cipher of WeCom's callbacks (developer.work.weixin.qq.com/document/path/91144): a SHA-1 signature over four sorted strings, and
 * AES-256-CBC with PKCS#7 to 32 bytes over `16 random bytes | length | message | receiver id`.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What the administrator's page gives for one callback address. */
export interface CallbackSecrets {
  token: string;
  /** 43 letters and digits. */
  encodingAesKey: string;
  /** For whom messages are meant: the corp id. */
  receiveId: string;
}

export interface CallbackCipher {
  /** Lower hex. The strings are sorted, so that an exchanged timestamp and nonce still fit: it says nothing of the age. */
  sign(timestamp: string, nonce: string, encrypted: string): string;
  /** Whether `signature` is the right one; takes the same time wherever it is wrong. */
  isSigned(signature: string, timestamp: string, nonce: string, encrypted: string): boolean;
  /** The message; undefined whatever is wrong with it, so that nobody learns what was. */
  open(encrypted: string): string | undefined;
  /** The way back: passive replies, and whoever stands in for WeCom. */
  seal(message: string, random?: Buffer): string;
}

const block = 32;
const head = 20;
const cipherName = 'aes-256-cbc';
const base64 =
  /^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$|^(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)$/;

export function callbackCipher({ token, encodingAesKey, receiveId }: CallbackSecrets): CallbackCipher {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  if (key.length !== 32) throw new Error('the EncodingAESKey must be 43 letters and digits');
  const iv = key.subarray(0, 16);

  const sign = (timestamp: string, nonce: string, encrypted: string): string =>
    createHash('sha1').update([token, timestamp, nonce, encrypted].sort().join('')).digest('hex');

  function opened(encrypted: string): string {
    if (!base64.test(encrypted)) throw new Error('no base64');
    const bytes = Buffer.from(encrypted, 'base64');
    if (bytes.length % block !== 0) throw new Error('no whole blocks');
    // Node's own padding check knows blocks of 16 only.
    const decipher = createDecipheriv(cipherName, key, iv).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
    const plain = unpadded(padded);
    const end = head + plain.readUInt32BE(16);
    if (end > plain.length) throw new Error('longer than it is');
    if (!plain.subarray(end).equals(Buffer.from(receiveId))) throw new Error('for somebody else');
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain.subarray(head, end));
  }

  return {
    sign,
    isSigned(signature, timestamp, nonce, encrypted) {
      const right = Buffer.from(sign(timestamp, nonce, encrypted));
      const given = Buffer.from(signature);
      return given.length === right.length && timingSafeEqual(given, right);
    },
    open(encrypted) {
      try {
        return opened(encrypted);
      } catch {
        return undefined;
      }
    },
    seal(message, random = randomBytes(16)) {
      const text = Buffer.from(message);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(text.length);
      const plain = Buffer.concat([random, length, text, Buffer.from(receiveId)]);
      const pad = block - (plain.length % block);
      const cipher = createCipheriv(cipherName, key, iv).setAutoPadding(false);
      return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString(
        'base64',
      );
    },
  };
}

/** Strictly: 1 to 32 bytes that all say how many they are. Libraries that take what is not so return strangers' bytes. */
function unpadded(padded: Buffer): Buffer {
  const pad = padded.at(-1) ?? 0;
  if (pad < 1 || pad > block) throw new Error('no padding');
  if (!padded.subarray(-pad).every((byte) => byte === pad)) throw new Error('uneven padding');
  return padded.subarray(0, -pad);
}
