"""Takes in what comes by other ways than an upload: files in a folder, papers attached to messages."""
