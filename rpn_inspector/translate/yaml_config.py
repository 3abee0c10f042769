"""YAML as values with the line of each: by the safe loader, without merge keys, tags but those of literals refused."""

from __future__ import annotations

from typing import Any

import yaml

from rpn_inspector.core.errors import BadFile
from rpn_inspector.translate.config_files import MOST_DEEP, ConfigFiles, ConfigText
from rpn_inspector.translate.expressions import as_written_text, literal
from rpn_inspector.translate.given import Given, Origin, Unknown

EVAL = "tag:yaml.org,2002:python/object/apply:eval"  # of detectron2's Base-RetinaNet.yaml: worked out, never run
KNOWN = {*filter(None, yaml.SafeLoader.yaml_constructors), "tag:yaml.org,2002:python/tuple"}


def read_yaml(config: ConfigText, files: ConfigFiles) -> Given:
    """Return the table in a YAML text. Raises `BadFile` with the line for anything else."""
    try:
        loader = yaml.SafeLoader(config.text)
        node = loader.get_single_node()
        if not isinstance(node, yaml.MappingNode):
            raise BadFile(config.path, "wanted a table of keys and values in YAML")
        return _Nodes(config, files, loader).given(node)
    except yaml.MarkedYAMLError as error:
        mark, problem = error.problem_mark, " ".join(str(error.problem or error.context or error).split())
        place = f":{mark.line + 1}" if mark is not None else ""
        raise BadFile(f"{config.path}{place}", f"not YAML that can be read: {problem[:200]}") from error
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, OverflowError) as error:
        words = " ".join(str(error).split())[:200]
        raise BadFile(config.path, f"not YAML that can be read: {words}") from error


class _Nodes:
    """Turns the nodes of one text into values; aliases are followed, counted, and bounded in depth."""

    def __init__(self, config: ConfigText, files: ConfigFiles, loader: Any) -> None:
        self.config, self.files, self.loader = config, files, loader

    def given(self, node: yaml.Node, depth: int = 0) -> Given:
        self.files.count(self.config.path)
        if depth > MOST_DEEP:
            raise BadFile(self.config.path, f"is nested more than {MOST_DEEP} deep")
        origin = Origin(f"{self.config.path.name}:{node.start_mark.line + 1}", "", self._text(node))
        if node.tag not in KNOWN:
            return self._tagged(node, origin)
        if isinstance(node, yaml.MappingNode):
            pairs = [(str(key.value), value) for key, value in node.value if isinstance(key, yaml.ScalarNode)]
            return Given({name: self.given(value, depth + 1) for name, value in pairs}, origin)
        if isinstance(node, yaml.SequenceNode):
            return Given([self.given(one, depth + 1) for one in node.value], origin)
        return self._scalar(node, origin)

    def _tagged(self, node: yaml.Node, origin: Origin) -> Given:
        text = f"the tag {node.tag[-40:]}"
        if node.tag == EVAL and isinstance(node, yaml.SequenceNode) and len(node.value) == 1:
            text = str(node.value[0].value)
            found = literal(text, origin, self.config.path, self.files)
            if found is not None:
                return found
        return Given(Unknown(f"{as_written_text(text)} is not run"), origin)

    def _scalar(self, node: yaml.Node, origin: Origin) -> Given:
        value = self.loader.construct_object(node)
        if isinstance(value, str):  # detectron2 and YOLOv5 read (800, 1333), a text to YAML, as Python does
            return literal(value, origin, self.config.path, self.files) or Given(value, origin)
        return Given(value, origin)

    def _text(self, node: yaml.Node) -> str:
        text = self.config.text[node.start_mark.index : min(node.end_mark.index, node.start_mark.index + 200)]
        return as_written_text(text)
