search.take("index",0,{"terms":["02","de","l","standardization","兰举","强经","经济"],"entries":[0,169,271,387,527],"total":640});
