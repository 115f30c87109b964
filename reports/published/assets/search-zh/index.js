search.take("index",0,{"terms":["02","des","note","unep","变化","提高","织正"],"entries":[0,207,412],"total":640});
