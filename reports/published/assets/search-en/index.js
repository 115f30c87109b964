search.take("index",0,{"terms":["02","corridor","is","rightly","人道","基金","相关"],"entries":[0,168,242,349,482,640],"total":641});
