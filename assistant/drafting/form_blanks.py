"""What of a row of the form is still to be filled in and no flag of the material tells."""

from assistant.drafting.flags import messages
from assistant.drafting.form_rows import FormRow
from assistant.drafting.intake_model import Need
from assistant.drafting.material.model import Flag
from assistant.drafting.model import TO_BE_FILLED


def blanks(row: FormRow, flags: tuple[Flag, ...]) -> list[Need]:
    """A need for each column of the row that holds 【待补充】 and that no flag speaks of."""
    told = {flag.code for flag in flags}
    open_columns = {
        "MISSING_NAME": row.name == TO_BE_FILLED,
        "MISSING_COUNTY": row.place == TO_BE_FILLED or f"所在区县{TO_BE_FILLED}" in row.place,
        "MISSING_INDUSTRY": row.place == TO_BE_FILLED or f"所属行业{TO_BE_FILLED}" in row.place,
    }
    needs = [Need(code, messages()[code]) for code, blank in open_columns.items() if blank and code not in told]
    if row.characterisation == TO_BE_FILLED:
        needs.append(Need("MISSING_PRACTICE", "材料里没有找到质量做法，一句话特色写不出来，请补充做法。"))
    return needs
