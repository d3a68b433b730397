"""Builds each kind of process from settings: what faces the network loads no decoder of pictures and no model."""
