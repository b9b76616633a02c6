// PDF files for the tests: one page of lines, each with a size, in one of the fonts that every reader has.

/** A PDF of lines `[words, size]`, as a file. Lines stand apart as paragraphs do. */
export function pdfFile(name, lines) {
  let top = 780;
  const drawn = lines.map(([words, size]) => {
    top -= 3 * size;
    return `BT /F1 ${size} Tf 60 ${top} Td (${words.replace(/[()\\]/g, "\\$&")}) Tj ET`;
  });
  const content = drawn.join("\n");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return { name, type: "application/pdf", bytes: Buffer.from(file, "latin1") };
}
