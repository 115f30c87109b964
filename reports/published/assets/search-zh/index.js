search.take("index",0,{"terms":["02","de","mondiale","trafficking","决议","太平","注意","艾滋"],"entries":[0,165,258,382,525],"total":639});
