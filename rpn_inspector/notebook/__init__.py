"""What a notebook shows of samples, datasets, outputs, inspections and audits: a sentence, a picture, a table."""
