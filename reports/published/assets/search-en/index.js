search.take("index",0,{"terms":["02","corridors","invites","resolution","交报","域信","的秘"],"entries":[0,169,242,349,482,639],"total":641});
