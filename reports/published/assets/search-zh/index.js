search.take("index",0,{"terms":["02","de","mondiale","trade","内与","处统","污染","腐败"],"entries":[0,167,258,380,523],"total":640});
