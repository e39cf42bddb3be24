"""The hidden label of generated text in the form's files.

The form is an official one whose cells hold nothing but the applicant's text, so the label for readers stands on the
page; the files carry it in their properties (文件元数据, the implicit label of 《人工智能生成合成内容标识办法》).
"""

import html
import io
import re
import zipfile
from collections.abc import Sequence

_PROPERTIES = "docProps/core.xml"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_DESCRIPTION = re.compile(r"<dc:description\b[^>]*?(?:/>|>.*?</dc:description>)", re.S)


def label_of(columns: Sequence[str]) -> str:
    """The label naming what a model wrote."""
    return f"AIGC：其中{'；'.join(columns)}由人工智能辅助生成，请由填报人通读确认。"


def labelled(file: bytes, columns: Sequence[str]) -> bytes:
    """A DOCX or XLSX with the label among its properties; as it is where no text is a model's."""
    if not columns:
        return file
    told = f"<dc:description xmlns:dc='{_DUBLIN_CORE}'>{html.escape(label_of(columns))}</dc:description>"
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == _PROPERTIES:
                text = _DESCRIPTION.sub("", data.decode("utf-8"))
                data = text.replace("</cp:coreProperties>", f"{told}</cp:coreProperties>").encode("utf-8")
            new.writestr(item, data)
    return result.getvalue()
