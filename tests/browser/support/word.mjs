// Word documents for the tests: written here, compressed as Word does it.

import { deflateRawSync } from "node:zlib";

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A paragraph; its words may be given in runs, which a reader sees as one text. */
export const paragraph = (...runs) => `<w:p>${runs.map((words) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`).join("")}</w:p>`;

/** A heading of the first level. */
export const heading = (words) => `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;

/** A document of paragraphs, as a file. */
export function wordFile(name, ...paragraphs) {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document ${WORD}><w:body>${paragraphs.join("")}</w:body></w:document>`;
  const bytes = archive([["[Content_Types].xml", "<Types/>"], ["word/document.xml", document]]);
  return { name, type: MEDIA_TYPE, bytes };
}

/** A ZIP archive of texts. */
function archive(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of files) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content);
    const fields = numbers([2, 20], [2, 0], [2, 8], [4, 0], [4, crc32(content)], [4, packed.length], [4, content.length], [2, name.length], [2, 0]);
    const local = Buffer.concat([numbers([4, 0x04034b50]), fields, Buffer.from(name), packed]);
    directory.push(Buffer.concat([numbers([4, 0x02014b50], [2, 20]), fields, numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const lines = Buffer.concat(directory);
  const end = numbers([4, 0x06054b50], [4, 0], [2, files.length], [2, files.length], [4, lines.length], [4, offset], [2, 0]);
  return Buffer.concat([...parts, lines, end]);
}

/** Little-endian numbers, each given with its length in bytes. */
function numbers(...fields) {
  return Buffer.concat(fields.map(([length, value]) => {
    const bytes = Buffer.alloc(length);
    bytes.writeUIntLE(value, 0, length);
    return bytes;
  }));
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
