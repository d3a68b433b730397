"""What people and machines may ask of intake: each function is one unit of work, and nothing else commits."""
