"""One reader for each format: ``read(...)`` gives a `Dataset`, skipping and counting what it cannot use."""
