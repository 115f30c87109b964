search.take("index",0,{"terms":["02","des","note","unep","发计","持续","织区"],"entries":[0,209,416],"total":641});
