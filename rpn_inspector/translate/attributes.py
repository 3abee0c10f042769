"""What a model's objects hold, by their attributes; a value taken from a model has the attribute as origin."""

from __future__ import annotations

from typing import Any

from rpn_inspector.translate.given import Given, Misfit, Origin, given_of


def attribute(model: Any, path: str) -> Given:
    """Return the value at a dotted path of attributes, with the path as its key. Raises `Misfit` without one."""
    found = model
    for part in path.split("."):
        if not hasattr(found, part):
            raise Misfit(told(None, path), "an attribute of that name")
        found = getattr(found, part)
    return told(plain(found), path)


def told(value: Any, path: str) -> Given:
    """Return a value that a model holds at a path of attributes."""
    return given_of(value, Origin("the model", path))


def plain(value: Any) -> Any:
    """Return tensors as lists, and their numbers as Python's."""
    for name in ("detach", "cpu"):
        if hasattr(value, name):
            value = getattr(value, name)()
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    return [plain(part) for part in value] if isinstance(value, list | tuple) else value


def class_names(thing: object) -> list[str]:
    """Return the names of an object's class and those it is made from."""
    return [kind.__name__ for kind in type(thing).__mro__]
