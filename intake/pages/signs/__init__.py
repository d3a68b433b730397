"""What a picture shows of how it was made: features of a page, and from them the probability of each fault."""
