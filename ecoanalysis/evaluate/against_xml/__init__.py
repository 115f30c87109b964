"""Against the XML: what is read of a text in any format, against what the United Nations' own XML states of it."""
