"""Reports of our own making as Word, Excel and PDF files, in the layouts of offices."""
