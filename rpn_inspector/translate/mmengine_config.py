"""MMEngine's config language, read as syntax: ``_base_``, variables, dicts; no code of a file is run.

A file's names are its keys, on top of those of the files in ``_base_`` (or imported under ``read_base()``), table by
table; ``_delete_=True`` replaces a table. A JSON config is read as the same expressions.
"""

from __future__ import annotations

import ast
from typing import Any

from rpn_inspector.core.errors import BadFile
from rpn_inspector.translate.config_files import ConfigFiles, ConfigText
from rpn_inspector.translate.expressions import Evaluator
from rpn_inspector.translate.given import Given, Origin, Unknown

DELETE = "_delete_"
NOT_RUN = "is set in a block that is not run"


def read_config(config: ConfigText, files: ConfigFiles) -> Given:
    """Return a config's keys, with those of its bases. Raises `BadFile` for what is no config."""
    if config.path.suffix == ".json":
        own = _json(config, files)
    elif config.path.suffix in (".yaml", ".yml"):
        from rpn_inspector.translate.yaml_config import read_yaml  # a live model is translated without PyYAML

        own = read_yaml(config, files)
    else:
        return _Module(config, files).keys()
    base = own.value.get("_base_")
    below = Given({}, own.origin) if base is None else bases(base, config, files)
    return over(below, Given({name: part for name, part in own.value.items() if name != "_base_"}, own.origin))


def bases(base: Given, config: ConfigText, files: ConfigFiles) -> Given:
    """Return the keys of the file or files named by ``_base_``, in their order."""
    whole = Given({}, base.origin)
    for name in base.value if isinstance(base.value, list) else [base]:
        value = None if isinstance(name.value, str) and "::" in name.value else name.value
        if value is None:
            raise BadFile(base.origin.source, f"built on {name.origin.written}, wanted a file, relative to the config")
        whole = over(whole, read_config(files.below(value, config, base.origin.source, name.origin.written), files))
    return whole


def over(below: Given, above: Given) -> Given:
    """Return ``above`` on top of ``below``, table by table; a table with ``_delete_`` replaces the one below."""
    if not isinstance(above.value, dict):
        return above
    delete = DELETE in above.value and above.value[DELETE].value is True
    own = {name: part for name, part in above.value.items() if name != DELETE}
    if delete or not isinstance(below.value, dict):
        return Given(own, above.origin)
    merged = {name: over(below.value[name], part) if name in below.value else part for name, part in own.items()}
    return Given(below.value | merged, above.origin)


def _json(config: ConfigText, files: ConfigFiles) -> Given:
    tree = _parsed(config, "eval")
    words = {"true": True, "false": False, "null": None}
    names = {word: Given(value, Origin(config.path.name, "", word)) for word, value in words.items()}
    found = Evaluator(config.path, config.text, files).value(tree.body, names)
    if not isinstance(found.value, dict):
        raise BadFile(config.path, "wanted a table of keys and values in JSON")
    return found


def _parsed(config: ConfigText, mode: str) -> Any:
    try:
        return ast.parse(config.text, mode=mode)
    except SyntaxError as error:
        raise BadFile(f"{config.path}:{error.lineno}", f"cannot be read: {error.msg}") from error
    except (RecursionError, MemoryError) as error:
        raise BadFile(config.path, "cannot be read: nested too deep") from error
    except ValueError as error:
        raise BadFile(config.path, f"cannot be read: {error}") from error


class _Module:
    """The names of one Python file, statement by statement."""

    def __init__(self, config: ConfigText, files: ConfigFiles) -> None:
        self.config, self.files = config, files
        self.evaluator = Evaluator(config.path, config.text, files)
        self.names: dict[str, Given] = {}
        self.foreign: set[str] = {"_base_"}  # names that are no keys
        self.below = Given({}, Origin(config.path.name))

    def keys(self) -> Given:
        """Return the file's keys on top of its bases'."""
        tree = _parsed(self.config, "exec")
        self._bases(tree)
        for statement in tree.body:
            self._run(statement)
        own = {
            name: part for name, part in self.names.items() if name not in self.foreign and not name.startswith("__")
        }
        return over(self.below, Given(own, Origin(self.config.path.name)))

    def _bases(self, tree: ast.Module) -> None:
        """Read the files of ``_base_``, wherever it stands, before the other statements, with the names above it."""
        given = [part for part in tree.body if isinstance(part, ast.Assign) and len(part.targets) == 1]
        names = [part.targets[0].id if isinstance(part.targets[0], ast.Name) else "" for part in given]
        if "_base_" not in names:
            return
        above: dict[str, Given] = {}
        for name, part in zip(names, given, strict=True):
            if not name:
                continue
            above[name] = self.evaluator.value(part.value, above)
            if name == "_base_":
                self.below = self.names["_base_"] = bases(above[name], self.config, self.files)
                break

    def _run(self, statement: ast.stmt) -> None:
        match statement:
            case ast.Assign(targets=[ast.Name(id="_base_")]):
                pass
            case ast.Assign(targets=targets, value=value):
                given = self.evaluator.value(value, self.names)
                for target in targets:
                    self._assign(target, given)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                self._assign(target, self.evaluator.value(value, self.names))
            case ast.AugAssign(target=ast.Name(id=name) as target, op=op, value=value):
                whole = ast.copy_location(ast.BinOp(ast.copy_location(ast.Name(name), target), op, value), statement)
                self._assign(target, self.evaluator.value(whole, self.names))
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=table, attr="update"), args=[ast.expr() as value])):
                found = self.evaluator.value(table, self.names)
                self._assign(table, over(found, self.evaluator.value(value, self.names)))
            case ast.With(items=[ast.withitem(context_expr=ast.Call(func=ast.Name(id="read_base")))], body=body):
                for inside in body:
                    self._import_base(inside)
            case ast.Import(names=names) | ast.ImportFrom(names=names):
                for alias in names:  # a class by its name, as type=RPNHead
                    name = (alias.asname or alias.name).partition(".")[0]
                    self.names[name] = Given(
                        alias.name, Origin(f"{self.config.path.name}:{statement.lineno}", "", name)
                    )
                    self.foreign.add(name)
            case ast.Delete(targets=targets):
                for target in targets:
                    self.names.pop(target.id, None) if isinstance(target, ast.Name) else None
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                self.foreign.add(name)
            case _:
                self._block(statement)

    def _import_base(self, statement: ast.stmt) -> None:
        match statement:
            case ast.ImportFrom(module=str() as module, level=level, names=names) if level > 0:
                way = "../" * (level - 1) + module.replace(".", "/") + ".py"
                place = f"{self.config.path.name}:{statement.lineno}"
                found = read_config(self.files.below(way, self.config, place), self.files)
                wanted = {alias.name for alias in names}
                for name, part in found.value.items():
                    if "*" in wanted or name in wanted:
                        self.names[name] = part

    def _block(self, statement: ast.stmt) -> None:
        """Mark what a loop or a condition sets as not known."""
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                origin = Origin(f"{self.config.path.name}:{node.lineno}", "", node.id)
                self.names[node.id] = Given(Unknown(f"{node.id} {NOT_RUN}"), origin)

    def _assign(self, target: ast.expr, given: Given) -> None:
        match target:
            case ast.Name(id=name):
                self.names[name] = given
                self.foreign.discard(name)
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                values = given.value if isinstance(given.value, list) and len(given.value) == len(parts) else None
                for index, part in enumerate(parts):
                    unknown = Given(Unknown("taken apart by code that is not run"), given.origin)
                    self._assign(part, unknown if values is None else values[index])
            case ast.Subscript(value=table, slice=key):
                self._put(table, self.evaluator.value(key, self.names).value, given)
            case ast.Attribute(value=table, attr=name):
                self._put(table, name, given)

    def _put(self, table: ast.expr, key: object, given: Given) -> None:
        """Set one key of a table, or one place of a list, by an assignment to what holds it."""
        whole = self.evaluator.value(table, self.names)
        if isinstance(whole.value, dict) and isinstance(key, str):
            self._assign(table, Given(whole.value | {key: given}, whole.origin))
        elif isinstance(whole.value, list) and isinstance(key, int) and -len(whole.value) <= key < len(whole.value):
            changed = list(whole.value)
            changed[key] = given
            self._assign(table, Given(changed, whole.origin))
