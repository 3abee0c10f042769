"""The demo's network, and its way into an ONNX file; imported by ``train_demo.py``, needs torch and onnx."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, fx, nn
from torch.fx.experimental.optimization import fuse
from torch.nn import functional

OPSET = 13  # Conv, Relu, Add and Resize, which every reader knows


def convolution(inputs: int, outputs: int, stride: int = 1) -> nn.Sequential:
    """3 x 3 convolution, batch normalisation and ReLU."""
    layer = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
    return nn.Sequential(layer, nn.BatchNorm2d(outputs), nn.ReLU())


class Residual(nn.Module):
    """x + two 3 x 3 convolutions of x."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.first = convolution(channels, channels)
        self.second = nn.Sequential(nn.Conv2d(channels, channels, 3, 1, 1, bias=False), nn.BatchNorm2d(channels))
        self.last = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        """Return the same shape."""
        return self.last(x + self.second(self.first(x)))


class SmallRpn(nn.Module):
    """Features of strides 8, 16 and 32 with a top-down path, and one head for all of them."""

    def __init__(self, anchors: int, widths: Sequence[int] = (16, 24, 40, 56, 64), shared: int = 48) -> None:
        super().__init__()
        w1, w2, w3, w4, w5 = widths
        self.stem = nn.Sequential(convolution(3, w1, 2), convolution(w1, w2, 2))
        self.c3 = nn.Sequential(convolution(w2, w3, 2), Residual(w3))
        self.c4 = nn.Sequential(convolution(w3, w4, 2), convolution(w4, w4))
        self.c5 = convolution(w4, w5, 2)
        self.lateral3, self.lateral4, self.lateral5 = (nn.Conv2d(w, shared, 1) for w in (w3, w4, w5))
        self.head = nn.Sequential(nn.Conv2d(shared, shared, 3, 1, 1), nn.ReLU())
        self.objectness = nn.Conv2d(shared, anchors, 1)
        self.deltas = nn.Conv2d(shared, 4 * anchors, 1)
        for layer in (self.objectness, self.deltas):
            nn.init.normal_(layer.weight, std=0.01)
            nn.init.zeros_(layer.bias)

    def forward(self, picture: Tensor) -> tuple[list[Tensor], list[Tensor]]:
        """Return objectness logits (B, A, H, W) and deltas (B, 4A, H, W) of each level for ``picture`` (B, 3, H, W)."""
        c3 = self.c3(self.stem(picture))
        c4 = self.c4(c3)
        p5 = self.lateral5(self.c5(c4))
        p4 = self.lateral4(c4) + functional.interpolate(p5, scale_factor=2.0, mode="nearest")
        p3 = self.lateral3(c3) + functional.interpolate(p4, scale_factor=2.0, mode="nearest")
        heads = [self.head(level) for level in (p3, p4, p5)]
        return [self.objectness(level) for level in heads], [self.deltas(level) for level in heads]


def write_onnx(network: SmallRpn, path: Path) -> None:
    """Write the network with normalisation folded into its convolutions, height and width left free.

    Input ``picture`` (1, 3, H, W), sides multiples of 32; outputs ``objectness_0`` ... and ``deltas_0`` ... by level.
    Written node by node from the traced graph, so that nothing but four kinds of node is in the file.
    """
    graph = fuse(fx.symbolic_trace(network.eval()))
    writer = _Writer(graph)
    for node in graph.graph.nodes:
        writer.add(node)
    free: list[int | str] = ["height", "width"]
    picture = helper.make_tensor_value_info("picture", TensorProto.FLOAT, [1, 3, *free])
    content = helper.make_graph(writer.nodes, "small_rpn", [picture], writer.outputs, writer.constants)
    model = helper.make_model(content, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="train_demo.py")
    model.ir_version = 8
    onnx.checker.check_model(model, full_check=True)
    path.write_bytes(model.SerializeToString(deterministic=True))


class _Writer:
    """Turns the nodes of a traced network into those of ONNX."""

    def __init__(self, graph: fx.GraphModule) -> None:
        self.modules = dict(graph.named_modules())
        self.nodes: list[onnx.NodeProto] = []
        self.constants = [numpy_helper.from_array(np.array([1, 1, 2, 2], np.float32), "twice")]
        self.names: dict[fx.Node, str] = {}
        self.outputs: list[onnx.ValueInfoProto] = []

    def add(self, node: fx.Node) -> None:
        """Add one node of the traced network."""
        self.names[node] = node.name
        inputs = [self.names[each] for each in node.all_input_nodes]
        layer = self.modules[str(node.target)] if node.op == "call_module" else None
        if isinstance(layer, nn.Conv2d):
            self.convolution(node, layer, inputs[0])
        elif isinstance(layer, nn.ReLU):
            self.nodes.append(helper.make_node("Relu", inputs, [node.name], node.name))
        elif isinstance(layer, nn.Identity):
            self.names[node] = inputs[0]
        elif node.target is operator.add:
            self.nodes.append(helper.make_node("Add", inputs, [node.name], node.name))
        elif node.target is functional.interpolate:
            how = {"mode": "nearest", "coordinate_transformation_mode": "asymmetric", "nearest_mode": "floor"}
            self.nodes.append(helper.make_node("Resize", [inputs[0], "", "twice"], [node.name], node.name, **how))
        elif node.op == "output":
            self.finish(node)
        elif node.op != "placeholder":
            raise ValueError(f"{node.format_node()}: found {node.target}, wanted convolution, ReLU, + or interpolate")

    def convolution(self, node: fx.Node, layer: nn.Conv2d, source: str) -> None:
        """Add a convolution; the head's weights are stored once, under the layer's name."""
        name = str(node.target)
        if not any(constant.name == f"{name}.weight" for constant in self.constants):
            for part in ("weight", "bias"):
                self.constants.append(numpy_helper.from_array(getattr(layer, part).detach().numpy(), f"{name}.{part}"))
        pads = [layer.padding[0], layer.padding[1]] * 2
        shape = {"kernel_shape": list(layer.kernel_size), "strides": list(layer.stride), "pads": pads}
        inputs = [source, f"{name}.weight", f"{name}.bias"]
        self.nodes.append(helper.make_node("Conv", inputs, [node.name], node.name, **shape))

    def finish(self, node: fx.Node) -> None:
        """Give the outputs their names: each is made by the last node that bears the traced one."""
        for kind, levels in zip(("objectness", "deltas"), node.args[0], strict=True):
            for number, level in enumerate(levels):
                made = next(each for each in self.nodes if each.output[0] == self.names[level])
                made.output[0] = f"{kind}_{number}"
                channels = next(c.dims[0] for c in self.constants if c.name == made.input[1])
                shape = [1, channels, f"height_{number}", f"width_{number}"]
                self.outputs.append(helper.make_tensor_value_info(made.output[0], TensorProto.FLOAT, shape))
