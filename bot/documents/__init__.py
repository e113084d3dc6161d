"""Files in and out: rows of cells from a document, appendix out. Imports no telegram, sqlalchemy, handlers or storage."""
