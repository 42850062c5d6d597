"""The faces: the same advice and directory as Rich tables, as plain lines and as JSON."""
