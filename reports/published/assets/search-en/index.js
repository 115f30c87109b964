search.take("index",0,{"terms":["02","d","l","social","作组","委员","童基"],"entries":[0,169,243,353,488],"total":641});
