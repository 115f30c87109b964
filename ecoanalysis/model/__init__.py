"""The nouns: document, resolution, facts. Frozen dataclasses that know nothing of how they come about."""
