"""An edition made ready: its words without slots, hashed, so that it is compared with or without its text."""
