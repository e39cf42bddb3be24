"""A list of invented applicants of any length, as an XLSX with its material files, ordinary and bad rows mixed."""

from pathlib import Path

_HEADS = ("序号", "单位名称", "类别", "所在区县", "所属行业", "成立时间", "经济类型", "业务范围", "员工人数")
_HEADS += ("联系人", "职务", "联系电话", "申报意愿", "主要做法", "荣誉", "材料文件", "主管部门")
_COUNTIES = ("阳泉市平定县", "阳泉市盂县", "宝鸡市岐山县", "宝鸡市眉县", "重庆市大足区", "兰州市榆中县")
_THINGS = ("阀门", "铸件", "轴套", "刀具", "齿轮", "管件", "弹簧", "滤芯", "密封圈", "泵体")
_METHODS = ("一件一码", "三检两签", "首件双人对表", "温度带停线", "退货回线复盘", "量具日点检")
_SURNAMES, _GIVEN = "阚郗亓璩暴缪邸仝逄訾", ("望山", "铁梅", "长河", "松岩", "砺锋", "小满")
_EVERY_FILE, _EVERY_BAD = 25, 50


def write_list(folder: Path, size: int) -> tuple[Path, int]:
    """Write `名单.xlsx` with `size` rows, every 25th with a Word file; how many rows can be drafted comes back too.

    Of every fifty rows one names a file that is not there and carries nothing else.
    """
    from openpyxl import Workbook

    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["推荐质量领域优质组织和个人征集名单"])
    sheet.append(list(_HEADS))
    good = 0
    for number in range(1, size + 1):
        bad = number % _EVERY_BAD == 0
        good += not bad
        sheet.append([str(number), *([""] * 14), "没有这份.docx", ""] if bad else _row(folder, number))
    path = folder / "名单.xlsx"
    workbook.save(path)
    return path, good


def _row(folder: Path, number: int) -> list[str]:
    thing, method = _THINGS[number % 10], _METHODS[number % 6]
    county = _COUNTIES[number % 6]
    name = f"{county[-3:-1]}{_GIVEN[number % 6]}{thing}{number}厂有限公司"
    file = f"{number}.docx" if number % _EVERY_FILE == 1 else ""
    text = practice(number, thing, method)
    if file:
        write_material(folder / file, text)
        text = ""
    contact = _SURNAMES[number % 10] + _GIVEN[(number // 7) % 6]
    honour = f"{2020 + number % 4}年{1 + number % 12}月 省质量奖提名奖（省人民政府）" if number % 3 else ""
    row = [str(number), name, "企业", county, "通用设备制造业", f"{1995 + number % 20}年{1 + number % 12}月"]
    row += ["有限责任公司", f"{thing}的研发、生产与销售", str(60 + number), contact, "质量部长", f"0353-66{number:05d}"]
    return [*row, "是" if number % 2 else "否", text, honour, file, "工信局"]


def practice(number: int, thing: str, method: str) -> str:
    """What one applicant does and what came of it, with figures of its own."""
    rate, before = 90 + number % 9, 80 + number % 9
    return (
        f"公司{2012 + number % 8}年起推行“{method}”：每批{thing}下线先抽{3 + number % 5}件，有1件不合格整批返工。"
        f"{thing}一次合格率由{before}.{number % 10}%提高到{rate}.{number % 10}%，"
        f"退货由每年{20 + number % 30}批降到{1 + number % 5}批。"
        f"公司把检验台向周边{2 + number % 20}家配套厂开放，累计测试{100 + number}批次。"
    )


def write_material(path: Path, text: str) -> None:
    """One applicant's material as a Word file."""
    from docx import Document

    document = Document()
    document.add_paragraph("质量工作情况")
    document.add_paragraph(text)
    document.save(str(path))
