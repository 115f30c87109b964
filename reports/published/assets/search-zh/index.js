search.take("index",0,{"terms":["02","de","mind","to","关机","域的","欢迎","考虑"],"entries":[0,166,257,377,518],"total":640});
