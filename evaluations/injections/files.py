"""Applicant's files with an instruction hidden in them: DOCX with a hidden or white run, PDF with invisible text."""

from pathlib import Path

from docx import Document
from docx.shared import Pt, RGBColor


def hidden_docx(path: Path, text: str, planted: str, *, white: bool) -> Path:
    """A DOCX of `text` by paragraphs; the planted run is marked hidden, or white and one point small."""
    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    run = document.add_paragraph().add_run(planted)
    if white:
        run.font.color.rgb = RGBColor(255, 255, 255)
        run.font.size = Pt(1)
    else:
        run.font.hidden = True
    document.save(str(path))
    return path


def invisible_pdf(path: Path, planted: str) -> Path:
    """A one-page PDF whose visible line is Latin and whose planted line has rendering mode 3 (invisible)."""
    shown = b"BT /F1 12 Tf 72 720 Td (Qilu Foundry, application file 2023) Tj ET\n"
    escaped = planted.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("latin-1")
    stream = shown + b"BT /F1 12 Tf 3 Tr 72 700 Td (" + escaped + b") Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
    ]
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(data)
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + rows
    path.write_bytes(data + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return path
