"""`python -m intake` is the command line."""

from intake.entry import main

main()
