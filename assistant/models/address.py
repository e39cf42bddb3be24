"""The address of an endpoint: what a call can be made to, told before one is made."""

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

from assistant.errors import ModelError
from assistant.models.messages import message

_PRINTABLE = re.compile(r"[\x21-\x7e]+")
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.?", re.I)
_LONGEST_HOST = 253
_LONGEST_NAME = 200


def checked_address(url: str) -> SplitResult:
    """The parts of a usable address. ModelError where it is none: no call could be made to it."""
    try:
        parts = urlsplit(url.strip())
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        raise ModelError(message("address")) from None
    known = parts.scheme in {"http", "https"} and bool(_PRINTABLE.fullmatch(url.strip())) and port != 0
    if not known or parts.username or parts.password or not _is_host(host):
        raise ModelError(message("address"))
    return parts


def checked_key(key: str) -> str:
    """A key as it can stand in a header; ModelError where it holds what no key holds. "" is no key."""
    if key.strip() and not _PRINTABLE.fullmatch(key.strip()):
        raise ModelError(message("key_form"))
    return key.strip()


def checked_name(name: str) -> str:
    """The name of a model; ModelError where it is missing or no name."""
    if not name.strip():
        raise ModelError(message("model_missing"))
    if len(name.strip()) > _LONGEST_NAME or not name.strip().isprintable():
        raise ModelError(message("model_name"))
    return name.strip()


def origin_of(url: str) -> tuple[str, str]:
    """Scheme and host with port, for telling one service from another; two empty texts where it is no address."""
    try:
        parts = checked_address(url.lower())
    except ModelError:
        return "", ""
    return parts.scheme, parts.netloc


def _is_host(name: str) -> bool:
    if ":" not in name:
        return len(name) <= _LONGEST_HOST and bool(_HOST.fullmatch(name))
    try:
        return "%" not in name and ipaddress.ip_address(name).version == 6
    except ValueError:
        return False
