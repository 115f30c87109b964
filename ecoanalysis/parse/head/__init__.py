"""What a document says of itself before and behind its text: symbol, title, organ, dates, sponsors, votes."""
