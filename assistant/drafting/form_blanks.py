"""What of a row of the form is still to be filled in or settled and no flag of the material tells."""

from assistant.drafting.flags import messages
from assistant.drafting.form_rows import FormRow
from assistant.drafting.intake_model import Need
from assistant.drafting.material.model import Flag
from assistant.drafting.model import TO_BE_FILLED
from assistant.language.places import find_places

# Whose notice the form is attached to (`chongqing-2024`: “面向全市…”).
_CITY = "重庆市"


def blanks(row: FormRow, flags: tuple[Flag, ...]) -> list[Need]:
    """A need for each column of the row that holds 【待补充】 and no flag speaks of, and for a row from elsewhere."""
    told = {flag.code for flag in flags}
    open_columns = {
        "MISSING_NAME": row.name == TO_BE_FILLED,
        "MISSING_COUNTY": row.place == TO_BE_FILLED or f"所在区县{TO_BE_FILLED}" in row.place,
        "MISSING_INDUSTRY": row.place == TO_BE_FILLED or f"所属行业{TO_BE_FILLED}" in row.place,
    }
    needs = [Need(code, messages()[code]) for code, blank in open_columns.items() if blank and code not in told]
    if row.characterisation == TO_BE_FILLED:
        needs.append(Need("MISSING_PRACTICE", "材料里没有找到质量做法，一句话特色写不出来，请补充做法。"))
    return [*needs, *_elsewhere(row)]


def _elsewhere(row: FormRow) -> list[Need]:
    """A need where the row lies outside the city whose notice the form belongs to; nothing where that is not plain."""
    found = find_places(row.county)
    if not found or any(not one.place.province or one.place.province == _CITY for one in found):
        return []
    return [Need("CHANNEL_ELSEWHERE", messages()["CHANNEL_ELSEWHERE"].format(place=row.county))]
