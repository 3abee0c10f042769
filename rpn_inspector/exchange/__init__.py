"""What passes between this program and the tools in which people look at datasets and annotate them."""
