search.take("index",0,{"terms":["02","de","mondial","trading","划的","宪章","源纳","贸组"],"entries":[0,202,406],"total":641});
