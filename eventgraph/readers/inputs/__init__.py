"""Where inputs come from: files, folders, addresses and standard input."""
