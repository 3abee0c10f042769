"""COCO JSON, streamed: records in batches, pictures in batches, and the two joined as whole columns."""
