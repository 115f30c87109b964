"""What is gone: lost for certain, perhaps lost, past or settled."""
