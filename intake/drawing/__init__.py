"""Tools that types draw their samples with: fonts, canvas, seals, fictional facts. Pillow and numpy only."""
