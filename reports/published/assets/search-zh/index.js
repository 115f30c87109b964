search.take("index",0,{"terms":["02","des","notes","unfpa","口基","措的","织正"],"entries":[0,209,418],"total":641});
