search.take("index",0,{"terms":["02","cooperation","institutionnelle","relevant","两个","品问","案组","能源"],"entries":[0,148,219,301,398,511,632],"total":640});
