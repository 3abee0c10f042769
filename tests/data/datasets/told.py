"""All that a dataset says of itself and of its records, for comparing two readings."""

from rpn_inspector.core.errors import InspectorError
from rpn_inspector.data.datasets.open_dataset import open_dataset


def told(dataset):
    """Return everything that can be asked of ``dataset`` without its pictures, numbers by their exact words."""
    own = (
        "root", "format", "written", "remark", "opened", "files", "results", "unread", "turned", "names", "image_ids",
        "classes", "class_ids", "skipped", "orphans", "warnings", "missing", "ambiguous", "gt_total",
    )  # fmt: skip
    of_each = ("count", "image_path", "file_of", "is_missing", "ambiguity", "size_source")
    return (
        {name: getattr(dataset, name) for name in own},
        [[getattr(dataset, name)(index) for name in of_each] for index in range(len(dataset))],
        [record(dataset.record(index)) for index in range(len(dataset))],
    )


def told_of(folder, **how):
    """Return what is told of the dataset opened there, or its refusal."""
    try:
        return told(open_dataset(folder, **how))
    except InspectorError as error:
        return str(error)


def record(found):
    """Return a record's fields, numbers by their exact words."""
    fields = {name: getattr(found, name) for name in found.__slots__}
    fields["attributes"] = [dict(words) for words in found.attributes]
    fields["boxes"] = repr([tuple(map(float, box)) for box in found.boxes])
    fields["left_out"] = [(repr(each.box), each.place) for each in found.left_out]
    return fields
