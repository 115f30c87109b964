"""What a reader sees, made of facts: addresses inside the site, marks in a text, the redline, filled-in templates."""
