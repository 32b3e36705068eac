/** A one-page PDF that holds one JPEG: a plan to print. Written by hand, because it is six objects. */

/** @param size pixels of the picture; the page is A4 landscape's width with the picture's shape. */
export function pdfOfJpeg(
  jpeg: Uint8Array,
  size: { width: number; height: number },
): Uint8Array<ArrayBuffer> {
  const pageWidth = 842;
  const pageHeight = Math.round((pageWidth * size.height) / size.width);
  const content = `q ${pageWidth} 0 0 ${pageHeight} 0 0 cm /Plan Do Q`;
  const objects: (string | Uint8Array)[][] = [
    ['<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents 4 0 R /Resources << /XObject << /Plan 5 0 R >> >> >>`,
    ],
    [`<< /Length ${content.length} >>\nstream\n${content}\nendstream`],
    [
      `<< /Type /XObject /Subtype /Image /Width ${size.width} /Height ${size.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`,
      jpeg,
      '\nendstream',
    ],
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [index, object] of objects.entries()) {
    offsets.push(length());
    const pieces = [`${index + 1} 0 obj\n`, ...object, '\nendobj\n'];
    parts.push(...pieces.map((piece) => Buffer.from(piece as string)));
  }
  const start = length();
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Uint8Array.from(Buffer.concat(parts));
}
