"""`python -m intake` is the command line."""

from intake.cli import main

main()
