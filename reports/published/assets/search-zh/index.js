search.take("index",0,{"terms":["02","des","notes","unfpa","口基","措的","织犯"],"entries":[0,210,419],"total":642});
