search.take("index",0,{"terms":["02","decides","nations","transport","务走","并促","相关","阿富"],"entries":[0,202,410],"total":641});
