search.take("index",0,{"terms":["02","des","notes","unfccc","台减","政府","织秘"],"entries":[0,208,412],"total":640});
