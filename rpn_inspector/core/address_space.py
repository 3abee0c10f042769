"""How much memory a limit leaves this process: libraries that find none hang, or end the process without a word."""

from __future__ import annotations

from rpn_inspector.core.regular_file import open_regular


def most_address_space() -> int | None:
    """Return the bytes of address space that this process may have (``ulimit -v``), None without such a limit."""
    try:
        import resource
    except ImportError:  # a system without such limits
        return None
    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    return None if limit == resource.RLIM_INFINITY else limit


def address_space_left() -> int | None:
    """Return the bytes of address space that are still free, None without a limit or where nobody says."""
    most = most_address_space()
    if most is None:
        return None
    try:
        import resource

        with open_regular("/proc/self/statm", ours=True) as file:
            pages = int(file.read().split()[0])
    except (OSError, ValueError, IndexError):
        return None
    return most - pages * resource.getpagesize()
