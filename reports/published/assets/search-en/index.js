search.take("index",0,{"terms":["02","de","language","substance","其各","意义","统计"],"entries":[0,171,274,390,530],"total":641});
