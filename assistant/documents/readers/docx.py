"""Word files: refusals that need no parsing, then the parse in a child process."""

import zipfile
from pathlib import Path

from assistant.documents.readers.child import Child
from assistant.documents.readers.raw import RawText
from assistant.errors import DocumentError

EXPANDED_BYTES = 100 * 1024 * 1024
PART_BYTES = 30 * 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0"


def read_docx(path: Path) -> RawText:
    """The text of a .docx file, a table row to a line with tabs between its cells; it has no pages.

    Hidden text is left out and reported in a warning. Raises DocumentError for a locked, old-format or damaged file,
    for one that expands beyond reason, and where parsing takes too long or too much memory.
    """
    _check_container(path)
    answer = Child("word", path).result()
    if answer is None:
        raise DocumentError(f"Word 文件“{path.name}”已损坏或过于复杂，无法解析。请用 Word 或 WPS 另存为 .docx 后重试。")
    hidden, unseen = int(answer["hidden"]), int(answer["unseen"])
    warnings = [f"“{path.name}”中有 {hidden} 个字设为隐藏文字，未收录，请核对原件。"] if hidden else []
    if unseen:
        warnings.append(f"“{path.name}”中有 {unseen} 个字在纸面上看不见（白字或极小的字），未收录，请核对原件。")
    if doubtful := int(answer["doubtful"]):
        warnings.append(f"“{path.name}”中有 {doubtful} 个白字写在页面底色上，看不出是否显示，已收录，请核对原件。")
    return RawText(str(answer["text"]), (), tuple(warnings))


def _check_container(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(4) == _OLE:
            raise DocumentError(f"“{path.name}”设有打开密码，或是旧版 .doc 格式。请另存为不加密的 .docx 后重试。")
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = [entry.file_size for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels"))]
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise DocumentError(f"“{path.name}”不是完好的 .docx 文件。请用 Word 或 WPS 另存为 .docx 后重试。") from error
    if not any(name.endswith("document.xml") for name in names):
        raise DocumentError(f"“{path.name}”里没有 Word 正文，它可能是别的文件改名而来。请提供 .docx 文件。")
    if sum(sizes) > EXPANDED_BYTES or max(sizes) > PART_BYTES:
        raise DocumentError(f"“{path.name}”展开后过大，可能是异常文件，已拒绝解析。请另存为较小的 .docx 后重试。")
