search.take("index",0,{"terms":["02","de","le","support","其地","意到","续发"],"entries":[0,172,275,395,540],"total":641});
