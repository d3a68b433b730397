"""What is kept: tables and all SQL, the bytes of scans, and the forms that values take on disk."""
