"""What every rule of a picture's place in the network's input answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rpn_inspector.core.frame import Frame
from rpn_inspector.core.limits import check_pixels


@dataclass(frozen=True, slots=True)
class Placing:
    """How a picture becomes the network's input."""

    rule: ClassVar[str]

    @property
    def centred(self) -> bool:
        """Return whether the picture stands in the middle of the padded input, not at its top left."""
        raise NotImplementedError

    def of(self, size: tuple[int, int]) -> Frame:
        """Return the position of a picture of ``size`` (h, w) original px in the network's input.

        Whole sizes are computed in double. Sources: torchvision ``transform.py``, detectron2 ``ResizeShortestEdge``,
        mmcv ``rescale_size``, py-faster-rcnn ``prep_im_for_blob``, effdet ``ResizePad``, darknet ``letterbox_image``.
        Raises `BadRecipe` for an input beyond the limit of pixels.
        """
        network, scale = self.network_size(size)
        padded = self.padded_size(network)
        check_pixels(size, padded)
        return self.at(size, network, padded, scale)

    def at(
        self, size: tuple[int, int], network: tuple[int, int], padded: tuple[int, int], uniform: float | None = None
    ) -> Frame:
        """Return the frame of a picture with known sizes in the network's input.

        Args:
            size: (h, w) original px.
            network: (h, w) network px of the resized picture.
            padded: (h, w) network px of the network's input.
            uniform: the library's single scale; None to follow from ``size``.
        """
        raise NotImplementedError

    def network_size(self, size: tuple[int, int]) -> tuple[tuple[int, int], float]:
        """Return the resized (h, w) px, at least 1 each, and the library's single scale."""
        raise NotImplementedError

    def scale_of(self, size: tuple[int, int], network: tuple[int, int]) -> float:
        """Return the single scale of a picture of ``size`` (h, w) original px that is ``network`` (h, w) px large.

        Of a size other than the rule's own, as a trainer's random scale makes it, the longer side tells.
        """
        usual, scale = self.network_size(size)
        if network == usual:
            return scale
        side = size.index(max(size))
        return network[side] / size[side]

    def padded_size(self, network: tuple[int, int]) -> tuple[int, int]:
        """Return the padded (h, w) px for a resized picture, or a batch's largest sides, ``network`` (h, w)."""
        raise NotImplementedError
