"""What the tests of exports write."""

from rpn_inspector.data.export import Provenance

PROVENANCE = Provenance(
    tool="rpn-inspector",
    version="1",
    recipe="r",
    recipe_hash="abc",
    dataset="data",
    predictions="dump",
    frame="original",
    what="proposals",
)
