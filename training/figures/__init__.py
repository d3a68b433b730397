"""Teaches a small network to read figures, and only figures, in worn and blurred print."""
