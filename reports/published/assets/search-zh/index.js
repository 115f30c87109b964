search.take("index",0,{"terms":["02","des","note","unep","变化","提案","织有"],"entries":[0,208,413],"total":640});
