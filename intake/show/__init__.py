"""Shows what was read: JSON for programs as contract v1 says, tables for people."""
