"""Files handed over in the browser: read as text, credentials masked, refused in one sentence."""

import io
from dataclasses import dataclass

import docx
import pytest

from assistant.errors import DocumentError
from assistant.ui.components.uploads import on_disk, read_upload


@dataclass
class Handed:
    """A file as the browser hands it over."""

    name: str
    content: bytes

    def getvalue(self) -> bytes:
        return self.content


def word_file(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_word_file_is_read() -> None:
    read = read_upload(Handed("自述.docx", word_file("我公司2008年在兰州成立。", "主营白酒。")))
    assert "我公司2008年在兰州成立。" in read.text
    assert "主营白酒。" in read.text


def test_a_password_is_masked_and_told() -> None:
    read = read_upload(Handed("自述.txt", "系统登录密码：Abc12345".encode()))
    assert "Abc12345" not in read.text
    assert len(read.notes) == 1


def test_a_name_cannot_leave_its_folder() -> None:
    with on_disk(Handed("../../outside.txt", b"x")) as path:
        assert path.name == "outside.txt"
        assert path.read_bytes() == b"x"
    assert not path.exists()


def test_a_file_over_the_limit_is_refused_with_both_sizes() -> None:
    with pytest.raises(DocumentError, match=r"“大.txt”有 30\.5 MB，超过每份 30 MB"):
        read_upload(Handed("大.txt", b"x" * (61 * 512 * 1024)))


@pytest.mark.parametrize("name", ["坏.docx", "坏.pdf", "图.png", "空.txt"])
def test_an_unreadable_file_is_one_sentence_naming_it(name: str) -> None:
    with pytest.raises(DocumentError, match=name.split(".")[0]):
        read_upload(Handed(name, b"" if name == "空.txt" else b"\x00\x01broken"))
