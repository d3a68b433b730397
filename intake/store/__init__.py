"""What is kept: the bytes of scans, and what was read of them."""
