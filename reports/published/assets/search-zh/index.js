search.take("index",0,{"terms":["02","de","mondial","trade","内建","备忘","沿线","自然"],"entries":[0,167,261,384,527],"total":641});
