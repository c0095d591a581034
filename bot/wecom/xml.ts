/** WeCom's XML to values: what the schema says, or nothing. Never by patterns: people may type XML into a message. */
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

/** The only elements that may come several times (template_card_event). */
const lists = new Set(['SelectedItem', 'OptionId']);

const parser = new XMLParser({
  ignoreAttributes: true,
  // Nothing is expanded, whatever stands there.
  processEntities: false,
  // "007" stays what it is, and a MsgId of 64 bits too.
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => lists.has(String(name)),
});

/** Beginnings and ends of elements: no callback has so many, and anybody can have them parsed before a signature is looked at. */
const most = 1000;

const declaration = /^\uFEFF?\s*<\?xml [^<>?]{0,200}\?>/;
const cdata = { open: '<![CDATA[', close: ']]>' };

/**
 * Whether nothing stands there but elements and CDATA: no DOCTYPE, no entities, no comments, no instructions. Goes along as a parser
 * does, so that nothing can be hidden from it, and what people type into CDATA is theirs.
 */
function isPlain(text: string): boolean {
  let elements = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    if (text.startsWith(cdata.open, at)) {
      at = text.indexOf(cdata.close, at);
      if (at < 0) return false;
    } else if (text[at + 1] === '!' || text[at + 1] === '?') return false;
    elements += 1;
    if (elements > most) return false;
  }
  return true;
}

/**
 * Reads `<xml>…</xml>`.
 *
 * @param schema of what is inside: every value is a string; a field that comes twice is an array, which no string schema takes
 * @returns undefined when it is no such XML
 */
export function readXml<T>(text: string, schema: z.ZodType<T>): T | undefined {
  const body = text.replace(declaration, '');
  if (!isPlain(body)) return undefined;
  try {
    return z.object({ xml: schema }).parse(parser.parse(body)).xml;
  } catch {
    return undefined;
  }
}
