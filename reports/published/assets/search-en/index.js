search.take("index",0,{"terms":["02","coordination","invites","res","书处","国大","法药","观察"],"entries":[0,148,218,301,400,515,637],"total":639});
