"""Files at an address that fsspec knows (s3://, gs://, hf://, sftp://, https://, memory://): fetched, and written.

What is read is copied into the program's own cache first, within bounds, and only what has changed there is fetched
again; everything else reads files, and local:// is the file itself. A report is written to a folder of this process and
sent at the end, never over anything; what could not be sent is kept. A path without a scheme costs one look at its
first letters. No user, password or query of an address is told.
"""
