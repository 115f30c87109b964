search.take("index",0,{"terms":["02","des","notes","unfpa","可再","提升","织文"],"entries":[0,208,416],"total":640});
