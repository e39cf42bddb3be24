"""How an applicant is spoken to (贵公司, 贵院, 您), in one place for every check that asks whether one is."""

import re

_FIRM = r"贵(?:公司|单位|院|校|厂|司|企业|社|集团|机构|组织|园|中心|店|所)"
FIRM_ADDRESS = re.compile(_FIRM)
ADDRESS = re.compile(rf"{_FIRM}|[您你]")
# 本人 in an answer is the applicant, whose words it takes up.
ADDRESS_OR_SELF = re.compile(rf"{_FIRM}|您|本人")
