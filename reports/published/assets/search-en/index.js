search.take("index",0,{"terms":["02","coordination","invites","res","举办","国全","民署","行集"],"entries":[0,150,220,302,400,515],"total":641});
