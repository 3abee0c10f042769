"""Names in files that one part of the program writes and another reads."""

PROVENANCE = "provenance.json"  # inside an exported folder, and the ending of the file beside COCO's results
VOC_CORNERS = ("xmin", "ymin", "xmax", "ymax")  # of a VOC box; TFRecord and many a CSV have the same
