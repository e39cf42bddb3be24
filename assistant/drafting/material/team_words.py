"""What the names of teams inside a firm end with."""

import re

_TEAM = re.compile(
    r"(?:班组|小组|车间|工段|工区|机组|科室|项目部|[^大中小]班|[\u4e00-\u9fff]组|[\u4e00-\u9fff]队|[^学专]科)$"
)
# A workshop, a section or an office has staff as a firm has; a shift or a group has members.
_OF_MEMBERS = re.compile(r"(?:工段|机组|[^大中小]班|[\u4e00-\u9fff]组)$")


def is_team(name: str) -> bool:
    """Whether an applicant's name is that of a team (…有限公司焙烧三班), and not of a school, a firm or a person."""
    return _TEAM.search(name) is not None


def has_members(name: str) -> bool:
    """Whether a team's head count is told as that of its members (班员, 组员)."""
    return _OF_MEMBERS.search(name) is not None
