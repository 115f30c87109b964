search.take("index",0,{"terms":["02","des","nations","trade","区域","敦促","而且"],"entries":[0,196,333,515],"total":639});
