search.take("index",0,{"terms":["02","decides","nations","transport","动导","并注","示注","际预"],"entries":[0,202,410],"total":641});
