"""Hands ready release requests to the core that approves and pays: the same bytes and key until it is known."""
