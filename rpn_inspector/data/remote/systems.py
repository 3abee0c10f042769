"""The file systems of addresses, and what they raise in words that hold no secret."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rpn_inspector.core.errors import BadFile, InspectorError
from rpn_inspector.core.extras import MissingExtra
from rpn_inspector.data.remote.addresses import WEB, shown

_WHO = frozenset({"username", "user", "password", "port", "token"})  # of a file system, and says nothing of the place
_REFUSED = re.compile(r"auth|credential|forbidden|denied|perm|token", re.IGNORECASE)
_UNREACHED = re.compile(r"connect|timeout|timedout|resolv|gaierror|dns|network|unreachable|ssl", re.IGNORECASE)


def system_of(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path there. Raises `BadFile`, `MissingExtra`."""
    if "::" in re.sub(r"\[[\da-fA-F:.]+\]", "", address):  # of IPv6 no chain
        raise BadFile(shown(address), "is a chain of addresses, wanted one")
    if ".." in re.split(r"[/\\]", shown(address)) or "\0" in address:
        raise BadFile(shown(address), "leads upwards with .., wanted the place itself")
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingExtra("the reader of addresses, fsspec,", "remote", error) from error
    system, path = url_to_fs(address)
    system.invalidate_cache()  # of listings, which a process that goes on would keep
    return system, str(path)


def is_web(system: Any) -> bool:
    """Return whether a file system is the web's, which has files alone."""
    return system.protocol in WEB or bool(WEB & set(system.protocol))


def is_here(system: Any) -> bool:
    """Return whether a file system is this machine's own, as that of local://: its paths need no copy."""
    from fsspec.implementations.local import LocalFileSystem

    return isinstance(system, LocalFileSystem)


@dataclass(frozen=True, slots=True)
class There:
    """A place at a file system, the same for every spelling of its address."""

    system: type
    options: str
    path: str

    @classmethod
    def of(cls, system: Any, path: str) -> There:
        """Return a path at an fsspec file system, whoever asks there."""
        options = {key: value for key, value in system.storage_options.items() if key not in _WHO}
        return cls(type(system), repr(sorted(options.items())), path.rstrip("/"))

    def is_within(self, other: There) -> bool:
        """Return whether the place is another or inside it."""
        alike = self.system is other.system and self.options == other.options
        return alike and (self.path == other.path or self.path.startswith(f"{other.path}/"))


@contextlib.contextmanager
def errors_told(address: str) -> Iterator[None]:
    """Turn what a file system raises into a line without secrets: its own words may repeat the address."""
    try:
        yield
    except (InspectorError, MemoryError):
        raise
    except Exception as error:
        raise BadFile(shown(address), _words(error)) from None


def _words(error: Exception) -> str:
    """Return why a file system failed, in words that hold nothing of the address."""
    name, kinds = type(error).__name__, " ".join(each.__name__ for each in type(error).__mro__)
    status = getattr(error, "status", None) or getattr(getattr(error, "response", None), "status_code", None)
    if isinstance(error, ImportError):  # fsspec's own words on the package it lacks
        return f"needs a package that is not installed: {error}"
    if isinstance(error, ValueError) and "rotocol" in str(error):
        return "its scheme is not known to fsspec"
    if isinstance(error, FileNotFoundError) and isinstance(error.__cause__, Exception):  # whatever happened on the web
        return _words(error.__cause__)
    if isinstance(error, FileNotFoundError) or status == 404:
        return "no such file or folder"
    if isinstance(error, PermissionError) or status in (401, 403) or _REFUSED.search(name):
        return f"refused ({name}); the library's own settings tell who you are"
    if isinstance(error, ConnectionError | TimeoutError) or _UNREACHED.search(kinds):
        return f"cannot be reached ({name})"
    reason = error.strerror if isinstance(error, OSError) and error.errno else f"status {status}" if status else None
    return f"cannot be read ({name}{f': {reason}' if reason else ''})"
