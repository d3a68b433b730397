"""Makes what the classifier is trained on: drawn pages of every type and of no type, worn, degraded and misread."""
