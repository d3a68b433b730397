"""What a court decides for itself: which papers it wants, from whom, for which money, until when, and its limits."""
