"""The ``lint`` command: what is odd in a dataset itself."""


def lint() -> None:
    """Count what is odd."""
