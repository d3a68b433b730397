"""Pages that are none of ours, and those that look or sound as if they were."""
