"""What workers do: claim, read, keep, hand over, and repair what stands still. The API imports none of it."""
