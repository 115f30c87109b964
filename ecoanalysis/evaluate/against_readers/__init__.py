"""Against readers: what the program finds in whole documents, paragraphs and heads, against what people found there."""
