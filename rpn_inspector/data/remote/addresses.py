"""The names of addresses: what is one, and how it is shown without secrets."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from rpn_inspector.core.errors import BadFile

ADDRESS = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")  # two letters at least: C:// is a drive
WEB = frozenset({"http", "https"})
_SIGNED_IN = frozenset({"ftp", "ftps", "sftp", "ssh", "smb", "webdav", "webdavs", "webhdfs", "hdfs", *WEB})
_CONTAINERS = frozenset({"abfs", "abfss", "az"})  # what stands before their @ is a place, and no user


def is_address(place: object) -> bool:
    """Return whether a text is an address, and no path."""
    return isinstance(place, str) and ADDRESS.match(place) is not None


def shown(address: str) -> str:
    """Return an address without user, password, query and fragment."""
    scheme, who, rest = _split(address)
    place = re.split(r"[?#]", rest, maxsplit=1)[0]
    is_place = scheme.lower() in _CONTAINERS and who and ":" not in who
    return f"{scheme}://{who}@{place}" if is_place else f"{scheme}://{place}"


def _split(address: str) -> tuple[str, str, str]:
    """Return the scheme, what stands before the @ of the host, "" for nothing, and the rest."""
    scheme, _, rest = address.partition("://")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if "@" in host:
        who = host.rpartition("@")[0]
        return scheme, who, rest[len(who) + 1 :]
    if re.match(r"[^\[:]*:(?!\d+$)", host):  # no port, so a password with a letter that ends a host
        who, _, rest = rest.rpartition("@")
        return scheme, who, rest
    return scheme, "", rest


def path_of_file(address: str) -> Path:
    """Return the path of file:///a/b, as it stands or with its percent signs decoded."""
    from urllib.request import url2pathname

    path = address.partition("://")[2]
    if path.startswith("localhost/"):
        path = path.removeprefix("localhost")
    if not path.startswith("/"):
        raise BadFile(shown(address), "names a host; wanted file:/// and the path from the top")
    plain = Path(path)
    return plain if plain.exists() else Path(url2pathname(path))


def name_of(address: str) -> str:
    """Return the last name of an address as a file here may be called."""
    return re.sub(r"[^\w.()+, -]|^\.+|[. ]+$", "_", shown(address).rstrip("/").rpartition("/")[2])[-100:] or "data"


def digest_of(address: str) -> str:
    """Return a name of its own for a place: the same whoever asks, and in spite of the password."""
    scheme, who, rest = _split(address)
    # elsewhere it is no password that stands before an @, but a part of the place
    whole = f"{scheme}://{who.partition(':')[0]}@{rest}" if scheme.lower() in _SIGNED_IN else address
    return hashlib.blake2b(whole.rstrip("/").encode(errors="replace"), digest_size=12).hexdigest()
