search.take("index",0,{"terms":["02","de","le","sur","其行","意到","续能"],"entries":[0,174,276,395,539],"total":642});
