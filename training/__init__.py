"""Makes what is in models/ that is not somebody else's: `make train`, in an environment of its own."""
